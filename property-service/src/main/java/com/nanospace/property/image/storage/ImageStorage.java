package com.nanospace.property.image.storage;

import java.io.InputStream;
import java.util.OptionalLong;

/**
 * Keeps the bytes of images under keys that the service makes. What is stored never changes.
 *
 * <p>Each method refuses with {@code dependency.unavailable} while the storage can't do it.
 */
public interface ImageStorage {

  /** Stores all of it or nothing; the same key again is harmless. */
  void put(String key, String mediaType, byte[] content);

  /** The size in bytes; empty when there is no such key. */
  OptionalLong sizeOf(String key);

  /** Reads {@code length} bytes from {@code offset} on; the caller closes the stream. */
  InputStream open(String key, long offset, long length);
}
