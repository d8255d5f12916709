package com.nanospace.property.image.codec;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** The formats that people send, told by their first bytes; a name or a header proves nothing. */
enum SourceFormat {
  JPEG,
  PNG,
  GIF,
  WEBP;

  private static final int SIGNATURE_LENGTH = 12;

  static Optional<SourceFormat> of(byte[] file) {
    int length = Math.min(file.length, SIGNATURE_LENGTH);
    String start = new String(file, 0, length, StandardCharsets.ISO_8859_1);
    if (start.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of(JPEG);
    }
    if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of(PNG);
    }
    if (start.startsWith("GIF8")) {
      return Optional.of(GIF);
    }
    if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
      return Optional.of(WEBP);
    }
    return Optional.empty();
  }

  ImageReader reader() throws IOException {
    return switch (this) {
      case JPEG -> platformReader("jpeg");
      case PNG -> platformReader("png");
      case GIF -> platformReader("gif");
      case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
    };
  }

  private static ImageReader platformReader(String name) {
    return ImageIO.getImageReadersByFormatName(name).next();
  }
}
