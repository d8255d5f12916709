package com.nanospace.property.image.codec;

import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import com.nanospace.property.image.ImageFormat;
import com.nanospace.property.image.codec.ImageDecoder.Decoded;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/**
 * Makes an image of ours of whatever came in: pixels are kept, all else is left behind.
 *
 * <p>One at a time, for each may take a third of the heap.
 */
@ApplicationScoped
public class ReencodeImage {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Semaphore turn = new Semaphore(1, true);

  static {
    System.setProperty("java.awt.headless", "true");
    ImageIO.setUseCache(false);
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
  public EncodedImage reencode(Source source, int maxSide) throws IOException {
    return inTurn(
        source,
        decoded -> {
          BufferedImage image = Scaling.toFit(decoded, maxSide, maxSide);
          return ImageEncoder.encode(image, ImageEncoder.fitting(image));
        });
  }

  /**
   * Makes one of our own images at most {@code maxWidth} wide, in the same format.
   *
   * @throws Refusal {@code dependency.unavailable} when too many wait already
   */
  public EncodedImage shrink(Source source, int maxWidth, ImageFormat format) throws IOException {
    return inTurn(
        source,
        decoded ->
            ImageEncoder.encode(Scaling.toFit(decoded, maxWidth, Integer.MAX_VALUE), format));
  }

  private interface Step {

    EncodedImage apply(Decoded decoded) throws IOException;
  }

  private EncodedImage inTurn(Source source, Step step) throws IOException {
    awaitTurn();
    try {
      return step.apply(ImageDecoder.decode(source.read()));
    } finally {
      turn.release();
    }
  }

  private void awaitTurn() {
    try {
      if (turn.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new Refusal(
            CommonError.UNAVAILABLE, "Too many images are being worked on, try again shortly")
        .retryAfter(Duration.ofSeconds(10));
  }
}
