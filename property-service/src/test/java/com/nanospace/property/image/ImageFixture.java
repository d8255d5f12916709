package com.nanospace.property.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;

/** Files that people upload, and files that they should not. */
public final class ImageFixture {

  private ImageFixture() {}

  /** Red in the left half, blue in the right one. */
  public static BufferedImage pixels(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 2, height);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(width / 2, 0, width - width / 2, height);
    graphics.dispose();
    return image;
  }

  public static byte[] file(String format, int width, int height) {
    return encode(format, pixels(width, height));
  }

  public static byte[] transparentPng(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(new Color(0, 255, 0, 128));
    graphics.fillRect(0, 0, width / 2, height);
    graphics.dispose();
    return encode("png", image);
  }

  /** A file of {@code src/test/resources/images}. */
  public static byte[] stored(String name) {
    try (InputStream file = ImageFixture.class.getResourceAsStream("/images/" + name)) {
      if (file == null) {
        throw new IllegalArgumentException("no test image " + name);
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A webp of 7680 to 5208 pixels, red in the left half and blue in the right one: {@code lossy},
   * {@code lossless}, or {@code alpha}, which is lossy with a blue that half shows through.
   */
  public static byte[] largeWebp(String kind) {
    try (InputStream file =
        new GZIPInputStream(new ByteArrayInputStream(stored("large-%s.webp.gz".formatted(kind))))) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A JPEG of which a camera says how it was held, and where: Exif with a comment. */
  public static byte[] jpegHeld(int orientation, int width, int height) {
    byte[] jpeg = file("jpeg", width, height);
    ByteBuffer exif = ByteBuffer.allocate(200);
    exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    exif.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
    exif.putShort((short) 2);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0);
    byte[] secret = "GPS-SECRET-PLACE\0".getBytes(StandardCharsets.US_ASCII);
    exif.putShort((short) 0x010e).putShort((short) 2).putInt(secret.length).putInt(38);
    exif.putInt(0).put(secret);
    int length = exif.position();
    return ByteBuffer.allocate(jpeg.length + length + 4)
        .put(jpeg, 0, 2)
        .putShort((short) 0xffe1)
        .putShort((short) (length + 2))
        .put(exif.array(), 0, length)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  /** A few bytes of PNG that claim to be huge. */
  public static byte[] pngClaiming(int width, int height) {
    byte[] png = file("png", 1, 1);
    ByteBuffer header = ByteBuffer.wrap(png);
    header.putInt(16, width).putInt(20, height);
    CRC32 checksum = new CRC32();
    checksum.update(png, 12, 17);
    header.putInt(29, (int) checksum.getValue());
    return png;
  }

  public static byte[] joined(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  public static BufferedImage decode(byte[] file) {
    try {
      return ImageIO.read(new ByteArrayInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] encode(String format, BufferedImage image) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      if (!ImageIO.write(image, format, bytes)) {
        throw new IllegalArgumentException("no writer for " + format);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
