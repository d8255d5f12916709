package com.nanospace.property.image.codec;

import static com.nanospace.property.image.ImageFixture.decode;
import static com.nanospace.property.image.ImageFixture.largeWebp;
import static java.nio.charset.StandardCharsets.US_ASCII;
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
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecoderProcessTest {

  private static final long ONE_TERABYTE = 1L << 40;

  @TempDir Path folder;

  @AfterEach
  void noProcessIsLeft() {
    assertThat(ProcessHandle.current().descendants().filter(DecoderProcessTest::decodes)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"lossy, JPEG, 255", "lossless, JPEG, 255", "alpha, PNG, 128"})
  void fortyMegapixelsAreRead(String kind, ImageFormat format, int opacity) throws IOException {
    EncodedImage image = reencode(new DecoderLimits(), largeWebp(kind));

    assertThat(image.format()).isEqualTo(format);
    assertThat(image.width()).isEqualTo(2560);
    assertThat(image.height()).isEqualTo(1736);
    BufferedImage pixels = decode(image.content());
    assertThat(new Color(pixels.getRGB(600, 800)).getRed()).isGreaterThan(200);
    assertThat(new Color(pixels.getRGB(2000, 800)).getBlue()).isGreaterThan(200);
    assertThat(new Color(pixels.getRGB(2000, 800), true).getAlpha()).isEqualTo(opacity);
  }

  /** The one with transparency, whose result is the largest. */
  @Test
  void aServiceWithLittleHeapReadsThemToo() throws Exception {
    Path file = Files.write(folder.resolve("upload"), largeWebp("alpha"));

    Process service =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                SmallService.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();

    assertThat(new String(service.getInputStream().readAllBytes(), US_ASCII))
        .endsWith("2560 x 1736");
    assertThat(service.waitFor()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"lossy, 0.5", "lossless, 0.7", "alpha, 0.01", "alpha, 0.9"})
  void truncatedFilesAreRefused(String kind, double part) {
    byte[] whole = largeWebp(kind);

    assertRefused(
        new DecoderLimits(),
        Arrays.copyOf(whole, (int) (whole.length * part)),
        CommonError.INVALID);
  }

  @Test
  void aSizeThatIsALieIsRefused() {
    byte[] noise = new byte[100_000];
    new Random(1).nextBytes(noise);
    ByteBuffer webp = ByteBuffer.wrap(noise).order(ByteOrder.LITTLE_ENDIAN);
    webp.put("RIFF".getBytes(US_ASCII)).putInt(noise.length - 8);
    webp.put("WEBPVP8L".getBytes(US_ASCII)).putInt(noise.length - 20);
    webp.put((byte) 0x2f).putInt(7999 | 4999 << 14);

    assertRefused(new DecoderLimits(), noise, CommonError.INVALID);
  }

  @Test
  void whatWouldTakeMoreHeapThanAllowedIsRefused() {
    assertRefused(
        new DecoderLimits().withMaxHeap(100 << 20), largeWebp("lossy"), CommonError.TOO_LARGE);
  }

  @Test
  void whatTakesMoreHeapThanItSaidIsRefused() throws IOException {
    DecoderProcess process = new DecoderProcess(new DecoderLimits());
    Path file = Files.write(folder.resolve("upload"), largeWebp("lossless"));

    assertThatThrownBy(() -> process.reencode(file, 2560, 0))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(CommonError.TOO_LARGE));
  }

  @Test
  void whatTakesTooLongIsRefused() {
    assertRefused(
        new DecoderLimits().withTimeout(Duration.ofMillis(700)),
        largeWebp("lossy"),
        CommonError.TOO_LARGE);
  }

  @Test
  void aMachineWithoutRoomForTheProcessIsToldToTryAgain() throws IOException {
    DecoderProcess process = new DecoderProcess(new DecoderLimits());
    Path file = Files.write(folder.resolve("upload"), largeWebp("lossless"));

    assertThatThrownBy(() -> process.reencode(file, 2560, 10_000 * ONE_TERABYTE))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(CommonError.UNAVAILABLE);
              assertThat(refusal.retryAfter()).isPresent();
            });
  }

  @Test
  void theProcessKnowsNoSecrets() throws Exception {
    assertThat(System.getenv()).isNotEmpty();

    Process process =
        new DecoderCommand(List.of("/usr/bin/env"))
            .start(Files.createFile(folder.resolve("nothing")));

    assertThat(process.getInputStream().readAllBytes()).isEmpty();
    assertThat(process.waitFor()).isZero();
  }

  private EncodedImage reencode(DecoderConfig config, byte[] file) throws IOException {
    return new ReencodeImage(new DecoderProcess(config))
        .reencode(Files.write(folder.resolve("upload"), file), 2560);
  }

  private void assertRefused(DecoderConfig config, byte[] file, ErrorCode code) {
    assertThatThrownBy(() -> reencode(config, file))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private static boolean decodes(ProcessHandle process) {
    return process
        .info()
        .arguments()
        .map(Arrays::asList)
        .filter(words -> words.contains(DecoderMain.class.getName()))
        .isPresent();
  }

  /** As much of the service as decodes an image. */
  static final class SmallService {

    private SmallService() {}

    public static void main(String[] arguments) throws IOException {
      EncodedImage image =
          new ReencodeImage(new DecoderProcess(new DecoderLimits()))
              .reencode(Path.of(arguments[0]), 2560);
      System.out.print(image.width() + " x " + image.height());
    }
  }
}
