package com.nanospace.property.image;

import com.nanospace.kit.Refusal;
import com.nanospace.property.image.codec.EncodedImage;
import com.nanospace.property.image.codec.ReencodeImage;
import com.nanospace.property.image.storage.ImageStorage;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** Finds an image, or a smaller rendering of it, which is made at its first use and then kept. */
@ApplicationScoped
public class FindImage {

  private final ReencodeImage reencodeImage;
  private final ImageStorage storage;

  FindImage(ReencodeImage reencodeImage, ImageStorage storage) {
    this.reencodeImage = reencodeImage;
    this.storage = storage;
  }

  /** The image as it was stored. */
  public StoredImage original(ImageName name) {
    return new StoredImage(name.filename(), name.format(), sizeOf(name.filename()));
  }

  /**
   * The image at most {@code width} pixels wide. Two who ask for a new rendering at once make it
   * twice, which is harmless: both store the same.
   */
  public StoredImage rendering(ImageName name, int width) throws IOException {
    String key = name.renderingKey(width);
    OptionalLong size = storage.sizeOf(key);
    if (size.isPresent()) {
      return new StoredImage(key, name.format(), size.getAsLong());
    }
    long originalSize = sizeOf(name.filename());
    EncodedImage rendering =
        reencodeImage.shrink(() -> bytesOf(name.filename(), originalSize), width, name.format());
    storage.put(key, rendering.format().mediaType(), rendering.content());
    return new StoredImage(key, rendering.format(), rendering.content().length);
  }

  /** The bytes of a found image, or a part of them. */
  public InputStream open(StoredImage image, long offset, long length) {
    return storage.open(image.key(), offset, length);
  }

  private byte[] bytesOf(String key, long size) throws IOException {
    try (InputStream bytes = storage.open(key, 0, size)) {
      return bytes.readAllBytes();
    }
  }

  private long sizeOf(String key) {
    return storage.sizeOf(key).orElseThrow(() -> Refusal.notFound("Image"));
  }
}
