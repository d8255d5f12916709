package com.nanospace.property.image.codec;

import static com.nanospace.property.image.ImageFixture.decode;
import static com.nanospace.property.image.ImageFixture.file;
import static com.nanospace.property.image.ImageFixture.joined;
import static com.nanospace.property.image.ImageFixture.jpegHeld;
import static com.nanospace.property.image.ImageFixture.pngClaiming;
import static com.nanospace.property.image.ImageFixture.stored;
import static com.nanospace.property.image.ImageFixture.transparentPng;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nanospace.kit.CommonError;
import com.nanospace.kit.ErrorCode;
import com.nanospace.kit.Refusal;
import com.nanospace.property.image.ImageFormat;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReencodeImageTest {

  private final ReencodeImage reencodeImage =
      new ReencodeImage(new DecoderProcess(new DecoderLimits()));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "gif"})
  void opaqueImagesBecomeJpeg(String format) throws IOException {
    EncodedImage image = reencode(file(format, 300, 200));

    assertThat(image.format()).isEqualTo(ImageFormat.JPEG);
    assertThat(image.width()).isEqualTo(300);
    assertThat(image.height()).isEqualTo(200);
    assertLooksLike(decode(image.content()), Color.RED, Color.BLUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lossy.webp", "lossless.webp"})
  void webpIsRead(String name) throws IOException {
    EncodedImage image = reencode(stored(name));

    assertThat(image.format()).isEqualTo(ImageFormat.JPEG);
    assertThat(image.width()).isEqualTo(60);
  }

  @Test
  void whatShowsThroughStaysPng() throws IOException {
    EncodedImage png = reencode(transparentPng(50, 40));

    assertThat(png.format()).isEqualTo(ImageFormat.PNG);
    assertThat(new Color(decode(png.content()).getRGB(5, 5), true).getAlpha()).isEqualTo(128);
    assertThat(reencode(stored("transparent.webp")).format()).isEqualTo(ImageFormat.PNG);
  }

  @Test
  void largeImagesAreMadeSmaller() throws IOException {
    EncodedImage image = reencode(file("jpeg", 1000, 400), 250);

    assertThat(image.width()).isEqualTo(250);
    assertThat(image.height()).isEqualTo(100);
    assertLooksLike(decode(image.content()), Color.RED, Color.BLUE);
  }

  @Test
  void imagesLargerThanTheHeapAllowsAreThinnedOut() throws IOException {
    EncodedImage image = reencode(file("png", 7900, 5000));

    assertThat(image.width()).isBetween(1900, 2560);
    assertThat(image.width() * 1000 / image.height()).isBetween(1575, 1585);
    assertLooksLike(decode(image.content()), Color.RED, Color.BLUE);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 60, 40, false, red left",
    "2, 60, 40, false, blue left",
    "3, 60, 40, false, blue left",
    "4, 60, 40, false, red left",
    "5, 40, 60, true, red top",
    "6, 40, 60, true, red top",
    "7, 40, 60, true, blue top",
    "8, 40, 60, true, blue top",
    "9, 60, 40, false, red left"
  })
  void photosAreTurnedUpright(
      int orientation, int width, int height, boolean turned, String expected) throws IOException {
    BufferedImage image = decode(reencode(jpegHeld(orientation, 60, 40)).content());

    assertThat(image.getWidth()).isEqualTo(width);
    assertThat(image.getHeight()).isEqualTo(height);
    Color first = new Color(image.getRGB(turned ? width / 2 : 5, turned ? 5 : height / 2));
    assertThat(first.getRed() > first.getBlue()).isEqualTo(expected.startsWith("red"));
  }

  @Test
  void nothingButPixelsIsKept() throws IOException {
    byte[] photo = jpegHeld(1, 60, 40);
    byte[] polyglot =
        joined(photo, "<script>alert('SECRET')</script>".getBytes(StandardCharsets.US_ASCII));
    assertThat(text(polyglot)).contains("SECRET");

    byte[] content = reencode(polyglot).content();

    assertThat(text(content)).doesNotContain("SECRET").doesNotContain("Exif");
  }

  @ParameterizedTest
  @CsvSource({"40001, 1000", "100000, 100000", "2147483647, 2147483647", "65536, 1"})
  void whatClaimsToBeHugeIsRefusedUnread(int width, int height) {
    assertRefused(pngClaiming(width, height), CommonError.TOO_LARGE);
  }

  @Test
  void aWebpWhoseFrameIsLargerThanItsHeaderSaysIsRefusedUnread() {
    ByteBuffer webp = ByteBuffer.allocate(90).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    webp.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(82);
    webp.put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10);
    webp.putInt(0).put(new byte[6]);
    webp.put("VP8 ".getBytes(StandardCharsets.US_ASCII)).putInt(52);
    webp.put(new byte[] {0x10, 0, 0, (byte) 0x9d, 1, 0x2a});
    webp.putShort((short) 16383).putShort((short) 16383);

    assertRefused(webp.array(), CommonError.TOO_LARGE);
  }

  @Test
  void aWebpWithoutEndOfPartsIsRefusedUnread() throws IOException {
    ByteBuffer webp = ByteBuffer.allocate(1 << 20);
    webp.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(0);
    webp.put("WEBP".getBytes(StandardCharsets.US_ASCII));
    Path file = Files.write(folder.resolve("upload"), webp.array());

    assertThatThrownBy(() -> WebpFrames.decodingBytes(file)).isInstanceOf(Refusal.class);
  }

  @Test
  void aWallOfOneColourIsNoAttack() throws IOException {
    byte[] wall = stored("wall.webp");
    assertThat(wall).hasSizeLessThan(100);

    assertThat(reencode(wall).width()).isEqualTo(1000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<svg xmlns='http://www.w3.org/2000/svg'/>", "GIF", "text", "BM", ""})
  void otherFormatsAreRefused(String content) {
    assertRefused(content.getBytes(StandardCharsets.US_ASCII), CommonError.UNSUPPORTED_TYPE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "gif"})
  void truncatedFilesAreRefused(String format) {
    byte[] whole = file(format, 400, 300);

    assertRefused(Arrays.copyOf(whole, whole.length * 2 / 3), CommonError.INVALID);
    assertRefused(Arrays.copyOf(whole, 20), CommonError.INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lossy.webp", "lossless.webp", "transparent.webp"})
  void truncatedWebpIsRefused(String name) {
    byte[] whole = stored(name);

    assertRefused(Arrays.copyOf(whole, whole.length * 2 / 3), CommonError.INVALID);
  }

  /** Whatever is flipped in a file: it is an image, or it is refused; nothing else. */
  @Test
  void damagedFilesNeverSurprise() throws IOException {
    long seed = new Random().nextLong();
    System.out.println("damagedFilesNeverSurprise seed " + seed);
    Random random = new Random(seed);
    byte[][] files = {
      file("png", 40, 30),
      file("jpeg", 40, 30),
      file("gif", 40, 30),
      stored("lossy.webp"),
      stored("lossless.webp"),
      stored("transparent.webp"),
      jpegHeld(6, 40, 30)
    };
    for (int i = 0; i < 700; i++) {
      byte[] damaged = files[i % files.length].clone();
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(reencode(damaged).content()).isNotEmpty();
      } catch (Refusal refusal) {
        assertThat(refusal.code())
            .isIn(CommonError.INVALID, CommonError.TOO_LARGE, CommonError.UNSUPPORTED_TYPE);
      }
    }
  }

  @Test
  void renderingsKeepTheFormat() throws IOException {
    EncodedImage rendering =
        reencodeImage.shrink(() -> transparentPng(500, 100), 320, ImageFormat.PNG);

    assertThat(rendering.width()).isEqualTo(320);
    assertThat(rendering.height()).isEqualTo(64);
    assertThat(rendering.format()).isEqualTo(ImageFormat.PNG);
  }

  @Test
  void smallImagesAreNotBlownUp() throws IOException {
    assertThat(reencodeImage.shrink(() -> file("jpeg", 100, 50), 320, ImageFormat.JPEG).width())
        .isEqualTo(100);
  }

  private EncodedImage reencode(byte[] file) throws IOException {
    return reencode(file, 2560);
  }

  private EncodedImage reencode(byte[] file, int maxSide) throws IOException {
    return reencodeImage.reencode(Files.write(folder.resolve("upload"), file), maxSide);
  }

  private void assertRefused(byte[] file, ErrorCode code) {
    assertThatThrownBy(() -> reencode(file))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private static void assertLooksLike(BufferedImage image, Color left, Color right) {
    int middle = image.getHeight() / 2;
    assertNear(image.getRGB(image.getWidth() / 4, middle), left);
    assertNear(image.getRGB(image.getWidth() * 3 / 4, middle), right);
  }

  private static void assertNear(int rgb, Color expected) {
    Color color = new Color(rgb);
    assertThat(Math.abs(color.getRed() - expected.getRed())).isLessThan(12);
    assertThat(Math.abs(color.getGreen() - expected.getGreen())).isLessThan(12);
    assertThat(Math.abs(color.getBlue() - expected.getBlue())).isLessThan(12);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
