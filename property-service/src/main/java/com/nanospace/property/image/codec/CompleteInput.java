package com.nanospace.property.image.codec;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file in memory that must be complete: to go on reading beyond its end is an error.
 *
 * <p>Ordinary streams answer -1 there for ever, and some readers then go on for minutes with zeros
 * of their own making. A few looks beyond the end are fine, for readers look ahead.
 */
final class CompleteInput extends ImageInputStreamImpl {

  private static final int LOOKS_AHEAD = 32;

  private final byte[] file;
  private int looksBeyond;

  CompleteInput(byte[] file) {
    this.file = file;
  }

  @Override
  public int read() throws IOException {
    bitOffset = 0;
    return isAtEnd() ? -1 : file[(int) streamPos++] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    bitOffset = 0;
    if (isAtEnd()) {
      return -1;
    }
    int count = (int) Math.min(length, file.length - streamPos);
    System.arraycopy(file, (int) streamPos, buffer, offset, count);
    streamPos += count;
    return count;
  }

  /**
   * Not told: the webp reader holds a file against it, and takes one that is much smaller than its
   * pixels for an attack. A wall of one colour is.
   */
  @Override
  public long length() {
    return -1;
  }

  private boolean isAtEnd() throws IOException {
    checkClosed();
    if (streamPos < file.length) {
      return false;
    }
    if (++looksBeyond > LOOKS_AHEAD) {
      throw new IOException("The file ends too early");
    }
    return true;
  }
}
