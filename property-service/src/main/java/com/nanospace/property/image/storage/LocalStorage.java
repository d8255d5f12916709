package com.nanospace.property.image.storage;

import com.nanospace.kit.Ids;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/** Images as files of one folder. */
final class LocalStorage implements ImageStorage {

  private final Path folder;

  LocalStorage(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(this.folder);
    } catch (IOException e) {
      throw new UncheckedIOException("nanospace.storage.local.folder can't be made", e);
    }
  }

  @Override
  public void put(String key, String mediaType, byte[] content) {
    put(key, new ByteArrayInputStream(content));
  }

  /** Written aside and renamed, so that neither a crash nor a full disk leaves half an image. */
  void put(String key, InputStream content) {
    Path aside = folder.resolve("." + Ids.next() + ".tmp");
    try {
      write(aside, content);
      Files.move(aside, pathOf(key), StandardCopyOption.ATOMIC_MOVE);
      syncFolder();
    } catch (IOException e) {
      deleteQuietly(aside);
      throw StorageAway.because(e);
    }
  }

  @Override
  public OptionalLong sizeOf(String key) {
    try {
      return OptionalLong.of(Files.size(pathOf(key)));
    } catch (NoSuchFileException e) {
      return OptionalLong.empty();
    } catch (IOException e) {
      throw StorageAway.because(e);
    }
  }

  @Override
  public InputStream open(String key, long offset, long length) {
    try {
      FileChannel file = FileChannel.open(pathOf(key), StandardOpenOption.READ);
      file.position(offset);
      return new BoundedStream(Channels.newInputStream(file), length);
    } catch (IOException e) {
      throw StorageAway.because(e);
    }
  }

  private static void write(Path file, InputStream content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      content.transferTo(Channels.newOutputStream(channel));
      channel.force(true);
    }
  }

  /** Makes the rename itself survive a power cut. */
  private void syncFolder() throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // The disk is in trouble already; the name tells a janitor what this is.
    }
  }

  private Path pathOf(String key) {
    Path file = folder.resolve(key).normalize();
    if (!folder.equals(file.getParent())) {
      throw new IllegalArgumentException("A key is a plain file name");
    }
    return file;
  }
}
