package com.nanospace.property.image;

import com.nanospace.kit.Refusal;
import com.nanospace.property.image.codec.EncodedImage;
import com.nanospace.property.image.codec.ReencodeImage;
import com.nanospace.property.image.storage.ImageStorage;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

/** Takes in an image that somebody sends. */
@ApplicationScoped
public class UploadImage {

  /** Enough for any screen that a listing is looked at on. */
  private static final int LONGEST_SIDE = 2560;

  private final ReencodeImage reencodeImage;
  private final ImageStorage storage;
  private final EntityManager entities;
  private final Clock clock;

  UploadImage(
      ReencodeImage reencodeImage, ImageStorage storage, EntityManager entities, Clock clock) {
    this.reencodeImage = reencodeImage;
    this.storage = storage;
    this.entities = entities;
    this.clock = clock;
  }

  /**
   * Stores the image under a name of ours. The bytes are stored first: a crash in between leaves a
   * file that nobody knows of, never a name without a file. No transaction is open meanwhile.
   *
   * @throws Refusal as {@link ReencodeImage#reencode}, and {@code dependency.unavailable} while the
   *     storage takes nothing
   */
  public Image upload(Path file, UUID uploadedBy) throws IOException {
    EncodedImage encoded = reencodeImage.reencode(file, LONGEST_SIDE);
    ImageName name = ImageName.next(encoded.format());
    storage.put(name.filename(), encoded.format().mediaType(), encoded.content());
    Image image =
        new Image(
            name,
            uploadedBy,
            encoded.width(),
            encoded.height(),
            encoded.content().length,
            clock.instant());
    QuarkusTransaction.requiringNew().run(() -> entities.persist(image));
    return image;
  }
}
