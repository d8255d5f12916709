package com.nanospace.property.image.codec;

import com.nanospace.kit.Refusal;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * What a WebP file would take to decode (RFC 9649).
 *
 * <p>Its header may announce another size than the frames inside have, and the reader allocates for
 * what it finds, a whole frame at a time. So everything in it that has a size is measured
 * beforehand.
 */
final class WebpFrames {

  /** Measured: the pixels themselves, and notes of the reader on each block of them. */
  private static final int BYTES_PER_PIXEL = 5;

  private static final int MAX_CHUNKS = 10_000;
  private static final int RIFF_HEADER = 12;
  private static final int FRAME_HEADER = 16;
  private static final int CHUNK_HEADER = 8;

  private final ImageInputStream file;
  private int chunks;
  private long pixels;
  private boolean alphaApart;

  private WebpFrames(ImageInputStream file) {
    this.file = file;
  }

  /**
   * The bytes of heap that decoding may take at most; 0 for a file that is no WebP.
   *
   * @throws Refusal {@code request.too_large} when a frame has too many pixels, {@code
   *     request.invalid} when there is no end of parts
   */
  static long decodingBytes(Path path) throws IOException {
    try (ImageInputStream file = new FileImageInputStream(path.toFile())) {
      byte[] signature = new byte[(int) Math.min(file.length(), RIFF_HEADER)];
      file.readFully(signature);
      if (SourceFormat.of(signature).filter(SourceFormat.WEBP::equals).isEmpty()) {
        return 0;
      }
      file.setByteOrder(ByteOrder.LITTLE_ENDIAN);
      WebpFrames frames = new WebpFrames(file);
      frames.measure(RIFF_HEADER, file.length(), true);
      return frames.decodingBytes();
    }
  }

  /** Alpha that lies apart is decoded as an image of its own. */
  private long decodingBytes() {
    if (pixels > ImageDecoder.MAX_PIXELS) {
      throw ImageDecoder.tooManyPixels();
    }
    return pixels * BYTES_PER_PIXEL * (alphaApart ? 2 : 1);
  }

  private void measure(long from, long to, boolean topLevel) throws IOException {
    long position = from;
    while (position + CHUNK_HEADER + FRAME_HEADER <= to) {
      if (++chunks > MAX_CHUNKS) {
        throw ImageDecoder.unreadable();
      }
      file.seek(position);
      int type = file.readInt();
      long length = file.readUnsignedInt();
      long start = position + CHUNK_HEADER;
      if (type == fourCc("VP8 ")) {
        file.seek(start + 6);
        note(file.readUnsignedShort() & 0x3fff, file.readUnsignedShort() & 0x3fff);
      } else if (type == fourCc("VP8L")) {
        file.seek(start + 1);
        int sizes = file.readInt();
        note((sizes & 0x3fff) + 1, ((sizes >>> 14) & 0x3fff) + 1);
      } else if (type == fourCc("VP8X")) {
        file.seek(start + 4);
        note(threeBytes() + 1, threeBytes() + 1);
      } else if (type == fourCc("ALPH")) {
        alphaApart = true;
      } else if (type == fourCc("ANMF") && topLevel) {
        file.seek(start + 6);
        note(threeBytes() + 1, threeBytes() + 1);
        measure(start + FRAME_HEADER, Math.min(start + length, to), false);
      }
      position = start + length + (length & 1);
    }
  }

  private int threeBytes() throws IOException {
    return file.readUnsignedShort() | file.readUnsignedByte() << 16;
  }

  private void note(int width, int height) {
    pixels = Math.max(pixels, (long) width * height);
  }

  private static int fourCc(String name) {
    return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
  }
}
