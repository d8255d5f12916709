package com.nanospace.property.image.codec;

import com.nanospace.property.image.codec.ImageDecoder.Decoded;
import java.awt.image.BufferedImage;
import java.io.IOException;

/** The way from a file of unknown origin to an image of ours, in whichever process. */
final class Reencoding {

  private Reencoding() {}

  /** Decodes it, scales it down to fit, and encodes it as its content asks. */
  static EncodedImage of(byte[] file, int maxSide) throws IOException {
    Decoded decoded = ImageDecoder.decode(file);
    BufferedImage image = Scaling.toFit(decoded, maxSide, maxSide);
    return ImageEncoder.encode(image, ImageEncoder.fitting(image));
  }
}
