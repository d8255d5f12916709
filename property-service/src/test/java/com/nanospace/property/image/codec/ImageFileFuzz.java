package com.nanospace.property.image.codec;

import static com.nanospace.property.image.ImageFixture.file;
import static com.nanospace.property.image.ImageFixture.jpegHeld;
import static com.nanospace.property.image.ImageFixture.pngClaiming;
import static com.nanospace.property.image.ImageFixture.stored;
import static com.nanospace.property.image.ImageFixture.transparentPng;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import com.nanospace.property.image.ImageFixture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** A file of unknown origin is refused in words, or becomes an image of ours. */
class ImageFileFuzz {

  private static final int SIDE = 16;

  private final Path path = Path.of("upload");

  static Stream<byte[]> files() {
    return Stream.of(
        file("png", 3, 2),
        file("jpeg", 20, 8),
        file("gif", 3, 2),
        transparentPng(2, 3),
        jpegHeld(6, 8, 8),
        pngClaiming(100_000, 100_000),
        stored("lossless.webp"),
        stored("lossy.webp"),
        stored("transparent.webp"));
  }

  @MethodSource("files")
  @FuzzTest
  void isRefusedOrBecomesAnImageOfOurs(byte @NotNull [] file) throws IOException {
    EncodedImage encoded;
    try {
      Files.write(path, file);
      if (WebpFrames.decodingBytes(path) > ImageDecoder.MAX_RASTER_BYTES) {
        return;
      }
      encoded = Reencoding.of(file, SIDE);
    } catch (Refusal refused) {
      assertThat(refused.code())
          .isIn(CommonError.INVALID, CommonError.TOO_LARGE, CommonError.UNSUPPORTED_TYPE);
      return;
    }
    assertThat(encoded.width()).isBetween(1, SIDE);
    assertThat(encoded.height()).isBetween(1, SIDE);
    BufferedImage delivered = ImageFixture.decode(encoded.content());
    assertThat(delivered.getWidth()).isEqualTo(encoded.width());
    assertThat(delivered.getHeight()).isEqualTo(encoded.height());
  }
}
