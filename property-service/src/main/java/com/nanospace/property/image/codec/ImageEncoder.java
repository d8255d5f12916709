package com.nanospace.property.image.codec;

import com.nanospace.property.image.ImageFormat;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Writes pixels and nothing else: JPEG, or PNG where something shows through. */
final class ImageEncoder {

  private static final float JPEG_QUALITY = 0.85f;
  private static final int OPAQUE = 255;

  private ImageEncoder() {}

  /** The smaller of the two formats that can hold the image. */
  static ImageFormat fitting(BufferedImage image) {
    return isOpaque(image) ? ImageFormat.JPEG : ImageFormat.PNG;
  }

  static EncodedImage encode(BufferedImage image, ImageFormat format) throws IOException {
    BufferedImage pixels = format == ImageFormat.JPEG ? withoutAlpha(image) : image;
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format.extension()).next();
    try (ImageOutputStream output = ImageIO.createImageOutputStream(content)) {
      writer.setOutput(output);
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      if (format == ImageFormat.JPEG) {
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(JPEG_QUALITY);
      }
      writer.write(null, new IIOImage(pixels, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return new EncodedImage(format, image.getWidth(), image.getHeight(), content.toByteArray());
  }

  private static boolean isOpaque(BufferedImage image) {
    if (!image.getColorModel().hasAlpha()) {
      return true;
    }
    WritableRaster alpha = image.getAlphaRaster();
    int[] row = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      for (int value : alpha.getSamples(0, y, row.length, 1, 0, row)) {
        if (value != OPAQUE) {
          return false;
        }
      }
    }
    return true;
  }

  private static BufferedImage withoutAlpha(BufferedImage image) {
    if (!image.getColorModel().hasAlpha()) {
      return image;
    }
    BufferedImage opaque =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = opaque.createGraphics();
    try {
      graphics.drawImage(image, 0, 0, null);
      return opaque;
    } finally {
      graphics.dispose();
    }
  }
}
