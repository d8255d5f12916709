package com.nanospace.notification.inapp;

import com.nanospace.kit.http.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Everybody's lists in the app. */
@ApplicationScoped
public class Notifications implements PanacheRepositoryBase<Notification, UUID> {

  /** Adds it, unless that event is already in the person's list. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void add(Notification notification) {
    boolean listed =
        find("eventId = ?1 and userId = ?2", notification.eventId(), notification.userId())
            .firstResultOptional()
            .isPresent();
    if (!listed) {
      persist(notification);
    }
  }

  /** Newest first. */
  public List<Notification> newestOf(UUID userId, PageRequest page) {
    return find("userId = ?1 order by createdAt desc, id desc", userId)
        .page(page.index(), page.perPage())
        .list();
  }

  public long countOf(UUID userId) {
    return count("userId", userId);
  }

  public long countUnreadOf(UUID userId) {
    return count("userId = ?1 and readAt is null", userId);
  }

  /** An entry of that person's own list. */
  public Optional<Notification> ofPerson(UUID id, UUID userId) {
    return find("id = ?1 and userId = ?2", id, userId).firstResultOptional();
  }
}
