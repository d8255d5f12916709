package com.nanospace.local;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the built suite lies: the working copy it was built in, or a folder with what was built,
 * one folder for each module, as in the images.
 */
public record Installation(Path home) {
  public Installation {
    home = home.toAbsolutePath().normalize();
  }

  /** What {@code nanospace} tells the launcher; else the folder it is started in. */
  static Installation ofThisProcess() {
    return new Installation(Path.of(System.getProperty("nanospace.home", ".")));
  }

  /** The launcher's own classes: its jar, or in its tests the folder of classes. */
  public Path classes() {
    Path jar = target().resolve("local-stack.jar");
    return Files.exists(jar) ? jar : target().resolve("classes");
  }

  public Path libraries() {
    return target().resolve("lib");
  }

  public Path brokerLibraries() {
    return target().resolve("broker/lib");
  }

  public Path service(String module) {
    return built(module, "target/quarkus-app").resolve("quarkus-run.jar");
  }

  /** What can be made again at any time and is shared by all data folders. */
  public Path cache() {
    return home.resolve(".nanospace/cache");
  }

  public Path classCaches() {
    return cache().resolve("classes");
  }

  public DataFolder defaultData() {
    return new DataFolder(home.resolve(".nanospace"));
  }

  private Path target() {
    return built("local-stack", "target");
  }

  private Path built(String module, String output) {
    Path folder = home.resolve(module);
    Path inWorkingCopy = folder.resolve(output);
    return Files.exists(inWorkingCopy) ? inWorkingCopy : folder;
  }
}
