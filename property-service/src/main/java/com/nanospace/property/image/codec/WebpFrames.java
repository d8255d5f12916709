package com.nanospace.property.image.codec;

import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/**
 * What a WebP file would take to decode (RFC 9649).
 *
 * <p>Its header may announce another size than the frames inside have, and the reader allocates for
 * what it finds, a whole frame at a time. So every frame is measured beforehand.
 */
final class WebpFrames {

  /** Measured: the reader keeps objects for every block of a lossy frame. */
  private static final int LOSSY_BYTES_PER_PIXEL = 32;

  private static final int LOSSLESS_BYTES_PER_PIXEL = 8;

  private static final int RIFF_HEADER = 12;
  private static final int FRAME_HEADER = 16;
  private static final int CHUNK_HEADER = 8;

  private final ImageInputStream file;
  private long largest;

  private WebpFrames(ImageInputStream file) {
    this.file = file;
  }

  /** The bytes of heap that decoding may take at most; leaves the stream at its start. */
  static long decodingBytes(ImageInputStream file) throws IOException {
    ByteOrder order = file.getByteOrder();
    try {
      file.setByteOrder(ByteOrder.LITTLE_ENDIAN);
      WebpFrames frames = new WebpFrames(file);
      frames.measure(RIFF_HEADER, file.length(), true);
      return frames.largest;
    } finally {
      file.setByteOrder(order);
      file.seek(0);
    }
  }

  private void measure(long from, long to, boolean topLevel) throws IOException {
    long position = from;
    while (position + CHUNK_HEADER + FRAME_HEADER <= to) {
      file.seek(position);
      int type = file.readInt();
      long length = file.readUnsignedInt();
      long start = position + CHUNK_HEADER;
      if (type == fourCc("VP8 ")) {
        file.seek(start + 6);
        note(file.readUnsignedShort() & 0x3fff, file.readUnsignedShort() & 0x3fff, false);
      } else if (type == fourCc("VP8L")) {
        file.seek(start + 1);
        int sizes = file.readInt();
        note((sizes & 0x3fff) + 1, ((sizes >>> 14) & 0x3fff) + 1, true);
      } else if (type == fourCc("ANMF") && topLevel) {
        measure(start + FRAME_HEADER, Math.min(start + length, to), false);
      }
      position = start + length + (length & 1);
    }
  }

  private void note(int width, int height, boolean lossless) {
    int price = lossless ? LOSSLESS_BYTES_PER_PIXEL : LOSSY_BYTES_PER_PIXEL;
    largest = Math.max(largest, (long) width * height * price);
  }

  private static int fourCc(String name) {
    return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
  }
}
