package com.nanospace.property.image;

import com.nanospace.kit.Refusal;
import com.nanospace.property.image.codec.EncodedImage;
import com.nanospace.property.image.codec.ReencodeImage;
import com.nanospace.property.image.storage.ImageStorage;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
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
  private final UploadQuota quota;
  private final EntityManager entities;
  private final Clock clock;

  UploadImage(
      ReencodeImage reencodeImage,
      ImageStorage storage,
      UploadQuota quota,
      EntityManager entities,
      Clock clock) {
    this.reencodeImage = reencodeImage;
    this.storage = storage;
    this.quota = quota;
    this.entities = entities;
    this.clock = clock;
  }

  /**
   * Stores the image under a name of ours. The bytes are stored first: a crash in between leaves a
   * file that nobody knows of, never a name without a file. No transaction is open meanwhile.
   *
   * @throws Refusal as {@link UploadQuota#reserve}, {@link ReencodeImage#reencode}, and {@code
   *     dependency.unavailable} while the storage takes nothing
   */
  public Image upload(Path file, UUID uploadedBy) throws IOException {
    UploadQuota.Reservation reservation = quota.reserve(uploadedBy, Files.size(file));
    try {
      return store(reencodeImage.reencode(file, LONGEST_SIDE), reservation);
    } catch (Throwable failure) {
      release(reservation, failure);
      throw failure;
    }
  }

  /**
   * What can't be given back now counts for a while longer; that is no reason to hide the other.
   */
  private void release(UploadQuota.Reservation reservation, Throwable failure) {
    try {
      quota.release(reservation);
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private Image store(EncodedImage encoded, UploadQuota.Reservation reservation) {
    int size = encoded.content().length;
    if (size > reservation.bytes()) {
      quota.enlarge(reservation, size);
    }
    ImageName name = ImageName.next(encoded.format());
    storage.put(name.filename(), encoded.format().mediaType(), encoded.content());
    Image image =
        new Image(
            name, reservation.person(), encoded.width(), encoded.height(), size, clock.instant());
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              quota.settle(reservation);
              entities.persist(image);
            });
    return image;
  }
}
