package com.nanospace.property.image.codec;

import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Decodes an image that needs more heap than the service has, in a process that ends with it.
 *
 * <p>One at a time. The file goes in as it lies on the disk and a small image comes out, so that
 * the service never holds either. Whatever the file does to the process, the service lives on.
 */
@ApplicationScoped
class DecoderProcess {

  private static final Logger LOG = Logger.getLogger(DecoderProcess.class);

  /** Beside the pixels: the file, what it is scaled through, and the program itself. */
  private static final long HEAP_APART = 64L << 20;

  private static final int MAX_IMAGE_BYTES = 32 << 20;
  private static final int MAX_COMPLAINT_BYTES = 2000;
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final DecoderConfig config;
  private final Turn turn = new Turn(PATIENCE);

  DecoderProcess(DecoderConfig config) {
    this.config = config;
  }

  /**
   * As {@link Reencoding#of}.
   *
   * @param decodingBytes as {@link WebpFrames} found
   * @throws Refusal {@code request.too_large} when it takes more heap or time than is allowed,
   *     {@code request.invalid} when it is damaged, {@code dependency.unavailable} when there is no
   *     process to be had
   */
  EncodedImage reencode(Path file, int maxSide, long decodingBytes) throws IOException {
    long heap = HEAP_APART + decodingBytes * 5 / 4;
    if (heap > config.decoderMaxHeap().asLongValue()) {
      throw ImageDecoder.tooLarge();
    }
    return turn.run(() -> decode(DecoderCommand.of(heap, maxSide), file));
  }

  private EncodedImage decode(DecoderCommand command, Path file) throws IOException {
    Process process = start(command, file);
    try {
      CompletableFuture<byte[]> image = reading(process.getInputStream(), MAX_IMAGE_BYTES);
      CompletableFuture<byte[]> complaint = reading(process.getErrorStream(), MAX_COMPLAINT_BYTES);
      if (!process.waitFor(config.decoderTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
        throw ImageDecoder.tooLarge();
      }
      return switch (process.exitValue()) {
        case DecoderMain.DONE -> EncodedImage.of(image.join());
        case DecoderMain.UNREADABLE -> throw ImageDecoder.unreadable();
        case DecoderMain.TOO_LARGE -> throw ImageDecoder.tooLarge();
        case DecoderCommand.NOT_STARTED -> throw notStarted(text(complaint));
        default -> throw killed(process.exitValue(), text(complaint));
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable();
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process start(DecoderCommand command, Path file) {
    try {
      return command.start(file);
    } catch (IOException e) {
      throw notStarted(e.toString());
    }
  }

  private static CompletableFuture<byte[]> reading(InputStream stream, int length) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (stream) {
            return stream.readNBytes(length);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        task -> Thread.ofVirtual().start(task));
  }

  private static String text(CompletableFuture<byte[]> complaint) {
    return new String(complaint.join(), StandardCharsets.UTF_8).strip();
  }

  private static Refusal notStarted(String complaint) {
    LOG.errorf("The process that decodes large images did not start: %s", complaint);
    return unavailable();
  }

  /** By the machine, most likely, which had less memory than the heap was promised. */
  private static Refusal killed(int status, String complaint) {
    LOG.errorf("The process that decodes large images died with %d: %s", status, complaint);
    return ImageDecoder.tooLarge();
  }

  private static Refusal unavailable() {
    return new Refusal(
            CommonError.UNAVAILABLE, "Large webp images can't be read just now, try again shortly")
        .retryAfter(Duration.ofSeconds(30));
  }
}
