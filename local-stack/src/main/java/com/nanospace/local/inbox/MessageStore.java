package com.nanospace.local.inbox;

import com.nanospace.local.CannotRun;
import com.nanospace.local.JsonObject;
import com.nanospace.local.inbox.Message.Channel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The latest messages, each in a file, so that they outlive a restart and take no memory. In memory
 * is only who got which.
 */
public final class MessageStore {
  private final Path folder;
  private final int capacity;
  private final Clock clock;
  private final Deque<Entry> newestFirst = new ArrayDeque<>();
  private long sequence;

  private record Entry(String id, String recipient) {}

  public MessageStore(Path folder, int capacity, Clock clock) {
    this.folder = folder;
    this.capacity = capacity;
    this.clock = clock;
    load();
  }

  private void load() {
    try {
      Files.createDirectories(folder);
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(file -> file.toString().endsWith(".json"))
            .sorted()
            .map(this::read)
            .flatMap(Optional::stream)
            .forEach(message -> newestFirst.addFirst(entry(message)));
      }
    } catch (IOException e) {
      throw new CannotRun("The inbox can't use " + folder + ": " + e.getMessage(), e);
    }
    sequence = newestFirst.isEmpty() ? 0 : Long.parseLong(newestFirst.getFirst().id());
  }

  /** Keeps a message as the newest and forgets the oldest when there are too many. */
  public synchronized Message add(
      Channel channel,
      String to,
      @Nullable String subject,
      @Nullable String text,
      @Nullable String html) {
    String id = String.format(Locale.ROOT, "%012d", ++sequence);
    Message message = new Message(id, channel, to, subject, text, html, Instant.now(clock));
    try {
      Files.writeString(file(id), JsonObject.print(message.toJson()));
      newestFirst.addFirst(entry(message));
      while (newestFirst.size() > capacity) {
        Files.deleteIfExists(file(newestFirst.removeLast().id()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't keep a message", e);
    }
    return message;
  }

  /** Ids of the messages to the recipient, or to anyone; newest first, at most {@code limit}. */
  public synchronized List<String> find(@Nullable String to, int limit) {
    String recipient = to == null ? null : normalised(to);
    return newestFirst.stream()
        .filter(entry -> recipient == null || entry.recipient().equals(recipient))
        .limit(limit)
        .map(Entry::id)
        .toList();
  }

  public Optional<Message> get(String id) {
    boolean known;
    synchronized (this) {
      known = newestFirst.stream().anyMatch(entry -> entry.id().equals(id));
    }
    return known ? read(file(id)) : Optional.empty();
  }

  /** Differs whenever the messages do. */
  public synchronized String version() {
    return sequence + "-" + newestFirst.size();
  }

  public synchronized void clear() {
    try {
      for (Iterator<Entry> entries = newestFirst.iterator(); entries.hasNext(); ) {
        Files.deleteIfExists(file(entries.next().id()));
        entries.remove();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't forget the messages", e);
    }
  }

  private Optional<Message> read(Path file) {
    try {
      return Optional.of(Message.ofJson(JsonObject.parse(Files.readString(file))));
    } catch (NoSuchFileException forgotten) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + file, e);
    }
  }

  private Path file(String id) {
    return folder.resolve(id + ".json");
  }

  private static Entry entry(Message message) {
    return new Entry(message.id(), normalised(message.to()));
  }

  /** Mail addresses compare without case; a plus sign that a form turned into a space is one. */
  private static String normalised(String recipient) {
    String lower = recipient.toLowerCase(Locale.ROOT);
    return lower.startsWith(" ") ? "+" + lower.strip() : lower.strip();
  }
}
