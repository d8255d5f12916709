package com.nanospace.property.image.codec;

import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import java.awt.image.BufferedImage;
import java.awt.image.SampleModel;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/**
 * Reads an image of unknown origin without ever holding more of it than the heap allows.
 *
 * <p>What the header announces is checked before anything is decoded. Large images are thinned out
 * while they are read: every second, third, … pixel of every second, third, … row. A webp is not,
 * for its reader may need the whole frame all the same; {@link WebpFrames} tells beforehand what it
 * takes.
 */
final class ImageDecoder {

  static final long MAX_PIXELS = 40_000_000;

  /** Also of what a JPEG can be; keeps a single row small. */
  private static final int MAX_SIDE = 65_535;

  /** What this process can spare for one image. */
  static final long MAX_RASTER_BYTES = Math.min(48L << 20, Runtime.getRuntime().maxMemory() / 4);

  static {
    System.setProperty("java.awt.headless", "true");
    // The webp reader has a limit of its own, which depends on the heap: ours is to count.
    System.setProperty("com.twelvemonkeys.imageio.maxImageBytes", Long.toString(4 * MAX_PIXELS));
    ImageIO.setUseCache(false);
  }

  private ImageDecoder() {}

  /** An image as it is stored, perhaps thinned out, and how to turn it upright. */
  record Decoded(BufferedImage pixels, Orientation orientation) {}

  /**
   * Decodes the first frame.
   *
   * @throws Refusal {@code request.unsupported_type} when it is none of the known formats, {@code
   *     request.too_large} when it has too many pixels, {@code request.invalid} when it is damaged
   */
  static Decoded decode(byte[] file) throws IOException {
    SourceFormat format =
        SourceFormat.of(file)
            .orElseThrow(
                () ->
                    new Refusal(
                        CommonError.UNSUPPORTED_TYPE, "The file must be a png, jpeg, gif or webp"));
    ImageReader reader = format.reader();
    AtomicBoolean cutShort = new AtomicBoolean();
    reader.addIIOReadWarningListener(
        (source, warning) -> cutShort.compareAndSet(false, saysCutShort(warning)));
    try (CompleteInput input = new CompleteInput(file)) {
      reader.setInput(input, true, true);
      BufferedImage pixels = decode(reader, format);
      if (cutShort.get()) {
        throw unreadable();
      }
      return new Decoded(
          pixels, format == SourceFormat.JPEG ? Orientation.ofJpeg(input) : Orientation.UPRIGHT);
    } catch (Refusal e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw unreadable();
    } catch (OutOfMemoryError e) {
      // The tables of a lossless webp can be made huge in a way that only decoding shows.
      throw tooLarge();
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage decode(ImageReader reader, SourceFormat format) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    requireBounded(width, height);
    ImageReadParam parameters = reader.getDefaultReadParam();
    if (format != SourceFormat.WEBP) {
      int step = step(width, height, bytesPerPixel(reader));
      parameters.setSourceSubsampling(step, step, 0, 0);
    }
    return reader.read(0, parameters);
  }

  private static void requireBounded(int width, int height) {
    long pixels = (long) width * height;
    if (pixels > MAX_PIXELS || width > MAX_SIDE || height > MAX_SIDE) {
      throw tooManyPixels();
    }
  }

  private static int bytesPerPixel(ImageReader reader) throws IOException {
    SampleModel samples = reader.getImageTypes(0).next().getSampleModel();
    return Math.max(1, Arrays.stream(samples.getSampleSize()).sum() / 8);
  }

  private static int step(int width, int height, int bytesPerPixel) {
    int step = 1;
    while ((long) (width / step) * (height / step) * bytesPerPixel > MAX_RASTER_BYTES) {
      step++;
    }
    return step;
  }

  /** Words of libjpeg, which fills up what is missing with grey. */
  private static boolean saysCutShort(String warning) {
    return warning.contains("Premature end") || warning.contains("Missing EOI");
  }

  static Refusal tooManyPixels() {
    return new Refusal(CommonError.TOO_LARGE, "The image has more than 40 megapixels");
  }

  static Refusal tooLarge() {
    return new Refusal(
        CommonError.TOO_LARGE, "This webp is too large to read, send a jpeg or png instead");
  }

  static Refusal unreadable() {
    return Refusal.invalid("file", "is not a readable image");
  }
}
