package com.nanospace.local.postgres;

import com.nanospace.local.CannotRun;
import com.nanospace.local.DataFolder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs for this machine, unpacked once from the jar that Maven fetched.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 * @param version of PostgreSQL, such as {@code 18.4.0}
 */
record PostgresBinaries(Path folder, String version) {
  private static final Set<PosixFilePermission> PROGRAM =
      PosixFilePermissions.fromString("rwxr-xr-x");

  static PostgresBinaries unpackedIn(Path cache) {
    URL archive = PostgresBinaries.class.getResource("/" + archiveName());
    if (archive == null) {
      throw new CannotRun(
          "There is no PostgreSQL for this machine (%s, %s); Linux and macOS on amd64 and arm64 have one."
              .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
    }
    String jar = archive.getPath().replaceAll("\\.jar!.*", "").replaceAll(".*/", "");
    Path folder = cache.resolve(jar);
    try {
      if (Files.notExists(folder)) {
        unpack(archive, folder);
      }
    } catch (IOException e) {
      throw new CannotRun("PostgreSQL can't be unpacked to " + folder + ": " + e.getMessage(), e);
    }
    return new PostgresBinaries(folder, jar.replaceAll(".*-", ""));
  }

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  private static String archiveName() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch");
    return "postgres-%s-%s.txz"
        .formatted(
            os.contains("mac") ? "darwin" : os, arch.equals("aarch64") ? "arm_64" : "x86_64");
  }

  private static void unpack(URL archive, Path folder) throws IOException {
    Files.createDirectories(folder.getParent());
    Path fresh = Files.createTempDirectory(folder.getParent(), "unpacking-");
    try (InputStream raw = archive.openStream();
        var tar = new TarArchiveInputStream(new XZInputStream(raw))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, fresh);
      }
    }
    Files.setPosixFilePermissions(fresh, PROGRAM);
    try {
      Files.move(fresh, folder);
    } catch (IOException e) {
      DataFolder.deleteTree(fresh);
      if (Files.notExists(folder)) { // else another start was quicker
        throw e;
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path root)
      throws IOException {
    Path target = root.resolve(entry.getName()).normalize();
    if (!target.startsWith(root)) {
      throw new IOException("the archive writes outside its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, target);
      if ((entry.getMode() & 0100) != 0) {
        Files.setPosixFilePermissions(target, PROGRAM);
      }
    }
  }
}
