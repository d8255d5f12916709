package com.nanospace.notification.inapp;

import com.nanospace.notification.message.Facts;
import com.nanospace.notification.message.Note;
import com.nanospace.notification.message.Notice;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry of somebody's list in the app. */
@Entity
public class Notification {

  @Id private UUID id;
  private String eventId;
  private UUID userId;
  private String kind;
  private String notice;
  private String title;
  private String body;
  private String link;
  private Instant createdAt;
  private @Nullable Instant readAt;

  @SuppressWarnings("NullAway.Init")
  protected Notification() {}

  public Notification(
      UUID id, String eventId, UUID userId, Notice notice, Facts facts, Note note, Instant at) {
    this.id = id;
    this.eventId = eventId;
    this.userId = userId;
    this.kind = notice.kind().wireName();
    this.notice = notice.wireName();
    this.title = note.title();
    this.body = note.body();
    this.link = facts.path();
    this.createdAt = at;
  }

  /** Reading again changes nothing. */
  void markRead(Instant at) {
    if (readAt == null) {
      readAt = at;
    }
  }

  public UUID id() {
    return id;
  }

  String eventId() {
    return eventId;
  }

  UUID userId() {
    return userId;
  }

  public String kind() {
    return kind;
  }

  public String notice() {
    return notice;
  }

  public String title() {
    return title;
  }

  public String body() {
    return body;
  }

  public String link() {
    return link;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Optional<Instant> readAt() {
    return Optional.ofNullable(readAt);
  }
}
