package com.nanospace.property.image.storage;

import java.io.InputStream;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets only so many requests wait for a storage, and refuses further ones at once: while it hangs,
 * the others keep their threads, and the gateway its connections to this service. What is read of
 * an opened image does not count, for it waits for clients too.
 */
final class BoundedStorage implements ImageStorage {

  private final ImageStorage storage;
  private final Semaphore places;

  BoundedStorage(ImageStorage storage, int waiting) {
    this.storage = storage;
    this.places = new Semaphore(waiting);
  }

  @Override
  public void put(String key, String mediaType, byte[] content) {
    var unused =
        inPlace(
            () -> {
              storage.put(key, mediaType, content);
              return key;
            });
  }

  @Override
  public OptionalLong sizeOf(String key) {
    return inPlace(() -> storage.sizeOf(key));
  }

  @Override
  public InputStream open(String key, long offset, long length) {
    return inPlace(() -> storage.open(key, offset, length));
  }

  private <T> T inPlace(Supplier<T> call) {
    if (!places.tryAcquire()) {
      throw StorageAway.becauseTooManyWait();
    }
    try {
      return call.get();
    } finally {
      places.release();
    }
  }
}
