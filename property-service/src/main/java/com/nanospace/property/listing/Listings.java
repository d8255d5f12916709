package com.nanospace.property.listing;

import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import com.nanospace.kit.http.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All listings there ever were. */
@ApplicationScoped
public class Listings implements PanacheRepositoryBase<Listing, UUID> {

  // An archived listing is gone for its owner; only admins still see it.
  private static final String VISIBLE =
      """
      id = ?1 and (status = APPROVED or ?2 = true or (ownerId = ?3 and status <> ARCHIVED))
      """;

  /** The listing, if it is there for this viewer to see. */
  public Optional<Listing> visibleTo(Viewer viewer, UUID id) {
    return visible(viewer, id).firstResultOptional();
  }

  /**
   * The listing, locked until the transaction ends, so that changes of one listing wait for each
   * other and none is lost.
   *
   * @throws Refusal {@code not_found} when the viewer may not know of it, {@code auth.forbidden}
   *     when it is public but somebody else's
   */
  Listing toChangeBy(Viewer viewer, UUID id) {
    Listing listing =
        visible(viewer, id)
            .withLock(LockModeType.PESSIMISTIC_WRITE)
            .firstResultOptional()
            .orElseThrow(() -> Refusal.notFound("Property"));
    if (!viewer.mayChange(listing)) {
      throw new Refusal(CommonError.AUTH_FORBIDDEN, "Only its owner may change this property");
    }
    return listing;
  }

  /** The listing, locked, for a decision of an admin. */
  Listing toDecide(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(() -> Refusal.notFound("Property"));
  }

  /** What that owner has on the platform, locked in the order of the ids. */
  List<Listing> lockedOf(UUID owner) {
    return find("ownerId = ?1 and status <> ARCHIVED order by id", owner)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** A page of all that owner ever had, archived listings too, newest first. */
  public Page<Listing> everOf(UUID owner, PageRequest page) {
    return Page.of(find("ownerId = ?1 order by id desc", owner), page);
  }

  /** The listing as it is when every change of it that is under way now has ended. */
  @Transactional
  public Optional<Listing> settled(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_READ);
  }

  /** Lets the database end this transaction when it hears nothing from it for so long. */
  void releaseWhenIdleFor(Duration duration) {
    getEntityManager()
        .createNativeQuery("select set_config('idle_in_transaction_session_timeout', ?1, true)")
        .setParameter(1, "%dms".formatted(duration.toMillis()))
        .getSingleResult();
  }

  /** A page of what that owner has on the platform, newest first. */
  public Page<Listing> of(UUID owner, PageRequest page) {
    return Page.of(
        find(
            "ownerId = ?1 and status <> ?2 order by createdAt desc, id desc",
            owner,
            ListingStatus.ARCHIVED),
        page);
  }

  /** A page of what waits, first come first served, or of what was decided, latest first. */
  public Page<Listing> in(ListingStatus status, PageRequest page) {
    String order = status == ListingStatus.PENDING ? "submittedAt, id" : "updatedAt desc, id desc";
    return Page.of(find("status = ?1 order by " + order, status), page);
  }

  /** Listings in any status whose ids come after that one, in their order. */
  public List<Listing> after(UUID id, int count) {
    return find("id > ?1 order by id", id).page(0, count).list();
  }

  /** How many listings that owner has in each status. */
  public ListingCounts countsOf(UUID owner) {
    return counts("where ownerId = ?1", owner);
  }

  /** How many listings there are in each status. */
  public ListingCounts counts() {
    return counts("");
  }

  private ListingCounts counts(String where, Object... parameters) {
    Map<ListingStatus, Long> counts = new EnumMap<>(ListingStatus.class);
    find("select status, count(*) from Listing %s group by status".formatted(where), parameters)
        .project(StatusCount.class)
        .stream()
        .forEach(row -> counts.put(row.status(), row.count()));
    return ListingCounts.of(counts);
  }

  private PanacheQuery<Listing> visible(Viewer viewer, UUID id) {
    return find(VISIBLE, id, viewer.isAdmin(), viewer.id());
  }

  /** One row of {@link #counts}. */
  public record StatusCount(ListingStatus status, long count) {}
}
