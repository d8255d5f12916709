package com.nanospace.property.image.codec;

import com.nanospace.property.image.ImageFormat;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** An image as it is stored and delivered: no metadata, no more than its pixels. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record EncodedImage(ImageFormat format, int width, int height, byte[] content) {

  /** Hands it over to another process. */
  void writeTo(OutputStream stream) throws IOException {
    DataOutputStream output = new DataOutputStream(stream);
    output.writeUTF(format.name());
    output.writeInt(width);
    output.writeInt(height);
    output.write(content);
    output.flush();
  }

  /** Takes it over from another process. */
  static EncodedImage of(byte[] written) throws IOException {
    DataInputStream input = new DataInputStream(new ByteArrayInputStream(written));
    return new EncodedImage(
        ImageFormat.valueOf(input.readUTF()),
        input.readInt(),
        input.readInt(),
        input.readAllBytes());
  }
}
