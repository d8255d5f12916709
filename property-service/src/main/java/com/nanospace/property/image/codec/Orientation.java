package com.nanospace.property.image.codec;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * How a camera was held, by the Exif tag of that name (Exif 2.32, 4.6.4): pixels are stored as the
 * sensor saw them, and viewers turn them upright.
 *
 * @param tag 1 to 8
 */
record Orientation(int tag) {

  static final Orientation UPRIGHT = new Orientation(1);

  /** Reads the tag of a JPEG; without a readable one the image is taken as it is. */
  static Orientation ofJpeg(ImageInputStream jpeg) throws IOException {
    jpeg.seek(0);
    try {
      List<JPEGSegment> exif = JPEGSegmentUtil.readSegments(jpeg, JPEG.APP1, "Exif");
      return exif.isEmpty() ? UPRIGHT : ofExif(exif.getFirst());
    } catch (IOException | RuntimeException e) {
      return UPRIGHT;
    } finally {
      jpeg.seek(0);
    }
  }

  private static Orientation ofExif(JPEGSegment segment) throws IOException {
    try (InputStream data = segment.data()) {
      data.skipNBytes(1); // pads the identifier
      try (ImageInputStream tiff = ImageIO.createImageInputStream(data)) {
        Directory directory = new TIFFReader().read(tiff);
        @Nullable Entry entry = directory.getEntryById(TIFF.TAG_ORIENTATION);
        return entry != null && entry.getValue() instanceof Number number && isKnown(number)
            ? new Orientation(number.intValue())
            : UPRIGHT;
      }
    }
  }

  private static boolean isKnown(Number tag) {
    return 1 <= tag.intValue() && tag.intValue() <= 8;
  }

  /** Whether width and height change places. */
  boolean isTurned() {
    return tag >= 5;
  }

  /** Brings an image of that size, as it is stored, into the upright one. */
  AffineTransform upright(int width, int height) {
    return switch (tag) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
