package com.nanospace.property.image.codec;

import com.nanospace.kit.Refusal;
import com.nanospace.property.image.ImageFormat;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Makes an image of ours of whatever came in: pixels are kept, all else is left behind.
 *
 * <p>One at a time, for each may take a third of the heap. What would take more is decoded by a
 * process of its own.
 */
@ApplicationScoped
public class ReencodeImage {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final DecoderProcess decoderProcess;
  private final Turn turn = new Turn(PATIENCE);

  ReencodeImage(DecoderProcess decoderProcess) {
    this.decoderProcess = decoderProcess;
  }

  /** Reads the bytes to decode, once there is room for them. */
  @FunctionalInterface
  public interface Source {

    byte[] read() throws IOException;
  }

  /**
   * Decodes an image of unknown origin, scales it down to fit, and encodes it as its content asks.
   *
   * @throws Refusal {@code request.unsupported_type}, {@code request.too_large}, {@code
   *     request.invalid}, or {@code dependency.unavailable} when too many wait already
   */
  public EncodedImage reencode(Path file, int maxSide) throws IOException {
    long webpBytes = WebpFrames.decodingBytes(file);
    return webpBytes > ImageDecoder.MAX_RASTER_BYTES
        ? decoderProcess.reencode(file, maxSide, webpBytes)
        : turn.run(() -> Reencoding.of(Files.readAllBytes(file), maxSide));
  }

  /**
   * Makes one of our own images at most {@code maxWidth} wide, in the same format.
   *
   * @throws Refusal {@code dependency.unavailable} when too many wait already
   */
  public EncodedImage shrink(Source source, int maxWidth, ImageFormat format) throws IOException {
    return turn.run(
        () ->
            ImageEncoder.encode(
                Scaling.toFit(ImageDecoder.decode(source.read()), maxWidth, Integer.MAX_VALUE),
                format));
  }
}
