package com.nanospace.local.process;

import com.fasterxml.jackson.jr.ob.JSON;
import com.nanospace.local.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The processes of a run, on disk: what {@code status} shows, and what a later start ends when this
 * one was killed. A process is known by its pid and the instant it started, so that a pid that was
 * given to someone else meanwhile is left alone.
 */
public final class ProcessList {
  private static final Duration SAME_START = Duration.ofSeconds(2);

  private final Path file;
  private final List<Entry> entries = new ArrayList<>();

  /** One process of the list. */
  public record Entry(String name, long pid, Instant startedAt) {
    static Entry of(String name, ProcessHandle handle) {
      return new Entry(name, handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH));
    }

    /** The process itself, if it still runs. */
    public Optional<ProcessHandle> running() {
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .filter(
              handle ->
                  handle
                      .info()
                      .startInstant()
                      .map(start -> Duration.between(start, startedAt).abs())
                      .filter(difference -> difference.compareTo(SAME_START) < 0)
                      .isPresent());
    }
  }

  public ProcessList(Path file) {
    this.file = file;
  }

  public synchronized void add(String name, ProcessHandle handle) {
    entries.removeIf(entry -> entry.name().equals(name));
    entries.add(Entry.of(name, handle));
    write();
  }

  public synchronized void remove(String name) {
    entries.removeIf(entry -> entry.name().equals(name));
    write();
  }

  public void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  private void write() {
    List<Map<String, Object>> rows =
        entries.stream()
            .<Map<String, Object>>map(
                entry ->
                    Map.of(
                        "name", entry.name(),
                        "pid", entry.pid(),
                        "started_at", entry.startedAt().toString()))
            .toList();
    try {
      Path next = file.resolveSibling(file.getFileName() + ".next");
      Files.writeString(next, JSON.std.asString(rows));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("can't write " + file, e);
    }
  }

  /** What the file tells of the last run, nothing when there is none. */
  public static List<Entry> read(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return JsonObject.parseAll(Files.readString(file)).stream()
          .map(
              row ->
                  new Entry(
                      row.text("name"), row.number("pid"), Instant.parse(row.text("started_at"))))
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  /** Ends what a killed run left behind; returns how many processes that were. */
  public static int reap(Path file, Duration patience) throws InterruptedException {
    List<ProcessHandle> left =
        read(file).stream().map(Entry::running).flatMap(Optional::stream).toList();
    left.forEach(ProcessHandle::destroy);
    Instant deadline = Instant.now().plus(patience);
    for (ProcessHandle process : left) {
      while (process.isAlive() && Instant.now().isBefore(deadline)) {
        Thread.sleep(50);
      }
      process.destroyForcibly();
    }
    return left.size();
  }
}
