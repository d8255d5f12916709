package com.nanospace.property.image.codec;

import com.nanospace.property.image.codec.ImageDecoder.Decoded;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Makes an image smaller, upright, and free of anything but its pixels. */
final class Scaling {

  private Scaling() {}

  /**
   * The image upright, with neither side longer than {@code maxWidth} and {@code maxHeight}; a
   * smaller one keeps its size.
   */
  static BufferedImage toFit(Decoded image, int maxWidth, int maxHeight) {
    BufferedImage pixels = image.pixels();
    boolean turned = image.orientation().isTurned();
    double factor =
        Math.min(
            1,
            Math.min(
                (double) (turned ? maxHeight : maxWidth) / pixels.getWidth(),
                (double) (turned ? maxWidth : maxHeight) / pixels.getHeight()));
    int width = scaled(pixels.getWidth(), factor);
    int height = scaled(pixels.getHeight(), factor);
    return redrawn(halvedTowards(pixels, width, height), width, height, image.orientation());
  }

  private static int scaled(int length, double factor) {
    return Math.max(1, (int) Math.round(length * factor));
  }

  /** Bilinear filtering sees two pixels at most, so a large step is taken in halves. */
  private static BufferedImage halvedTowards(BufferedImage image, int width, int height) {
    BufferedImage current = image;
    while (current.getWidth() >= 2 * width && current.getHeight() >= 2 * height) {
      current =
          redrawn(current, current.getWidth() / 2, current.getHeight() / 2, Orientation.UPRIGHT);
    }
    return current;
  }

  private static BufferedImage redrawn(
      BufferedImage image, int width, int height, Orientation orientation) {
    BufferedImage target =
        new BufferedImage(
            orientation.isTurned() ? height : width,
            orientation.isTurned() ? width : height,
            image.getColorModel().hasAlpha()
                ? BufferedImage.TYPE_INT_ARGB
                : BufferedImage.TYPE_3BYTE_BGR);
    AffineTransform transform = orientation.upright(width, height);
    Graphics2D graphics = target.createGraphics();
    try {
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.transform(transform);
      graphics.drawImage(image, 0, 0, width, height, null);
      return target;
    } finally {
      graphics.dispose();
    }
  }
}
