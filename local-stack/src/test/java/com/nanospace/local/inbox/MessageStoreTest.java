package com.nanospace.local.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.local.inbox.Message.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageStoreTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T06:24:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  @Test
  void givesTheNewestFirst() {
    MessageStore store = store(10);
    String first = mail(store, "a@example.com");
    String second = mail(store, "b@example.com");

    assertThat(store.find(null, 10)).containsExactly(second, first);
    assertThat(store.find(null, 1)).containsExactly(second);
  }

  @Test
  void findsByRecipientWhateverTheCase() {
    MessageStore store = store(10);
    String wanted = mail(store, "Asha@Example.com");
    mail(store, "someone@example.com");

    assertThat(store.find("asha@example.COM", 10)).containsExactly(wanted);
  }

  @Test
  void findsAPhoneNumberWhosePlusSignBecameASpace() {
    MessageStore store = store(10);
    String wanted = store.add(Channel.SMS, "+919876543210", null, "code", null).id();

    assertThat(store.find("+919876543210", 10)).containsExactly(wanted);
    assertThat(store.find(" 919876543210", 10)).containsExactly(wanted);
  }

  @Test
  void forgetsTheOldestWhenFull() throws IOException {
    MessageStore store = store(2);
    String forgotten = mail(store, "a@example.com");
    mail(store, "b@example.com");
    mail(store, "c@example.com");

    assertThat(store.find(null, 10)).hasSize(2).doesNotContain(forgotten);
    assertThat(store.get(forgotten)).isEmpty();
    assertThat(filesLeft()).isEqualTo(2);
  }

  @Test
  void keepsMessagesOverARestart() {
    MessageStore before = store(10);
    String id = before.add(Channel.EMAIL, "a@example.com", "s", null, "<p>h</p>").id();

    MessageStore after = store(10);
    String next = mail(after, "b@example.com");

    assertThat(after.get(id)).isEqualTo(before.get(id)).isPresent();
    assertThat(after.find(null, 10)).containsExactly(next, id);
  }

  @Test
  void forgetsAllWhenCleared() throws IOException {
    MessageStore store = store(10);
    mail(store, "a@example.com");
    String version = store.version();

    store.clear();

    assertThat(store.find(null, 10)).isEmpty();
    assertThat(store.version()).isNotEqualTo(version);
    assertThat(filesLeft()).isZero();
  }

  private MessageStore store(int capacity) {
    return new MessageStore(folder, capacity, CLOCK);
  }

  private static String mail(MessageStore store, String to) {
    return store.add(Channel.EMAIL, to, "subject", "text", null).id();
  }

  private long filesLeft() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }
}
