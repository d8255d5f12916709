package com.nanospace.property.image;

import com.nanospace.kit.Ids;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The name of a stored image. The service makes it, so that nothing of what a client wrote ever
 * reaches a file system.
 */
public record ImageName(UUID id, ImageFormat format) {

  private static final int UUID_LENGTH = 36;
  private static final Pattern ORIGINAL =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.(jpg|png)");

  static ImageName next(ImageFormat format) {
    return new ImageName(Ids.next(), format);
  }

  /** Whether the text is a name that this service could have made. */
  public static boolean isOriginal(String text) {
    return ORIGINAL.matcher(text).matches();
  }

  /** The name that the text is; empty when this service can't have made it. */
  public static Optional<ImageName> parse(String text) {
    return isOriginal(text)
        ? Optional.of(
            new ImageName(
                UUID.fromString(text.substring(0, UUID_LENGTH)),
                text.endsWith(ImageFormat.PNG.extension()) ? ImageFormat.PNG : ImageFormat.JPEG))
        : Optional.empty();
  }

  /** What the public calls it: {@code 019aaad2-….jpg}. */
  public String filename() {
    return id + "." + format.extension();
  }

  /** The storage key of a rendering; no name of an image looks like it. */
  String renderingKey(int width) {
    return "%s.w%d.%s".formatted(id, width, format.extension());
  }
}
