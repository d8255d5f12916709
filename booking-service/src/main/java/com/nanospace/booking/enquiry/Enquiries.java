package com.nanospace.booking.enquiry;

import com.nanospace.kit.Refusal;
import com.nanospace.kit.http.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All enquiries. */
@ApplicationScoped
public class Enquiries implements PanacheRepositoryBase<Enquiry, UUID> {

  private static final Sort NEWEST_FIRST = Sort.by("id").descending();

  /** One page of a list, and how many there are in all. */
  public record Page(List<Enquiry> enquiries, long total) {}

  /** What this person asked while signed in. */
  @Transactional
  public Page askedBy(UUID customerId, PageRequest page) {
    return page(find("customerId = ?1", NEWEST_FIRST, customerId), page);
  }

  /** What was asked about this owner's listings. */
  @Transactional
  public Page toOwner(UUID ownerId, PageRequest page) {
    return page(find("interest.ownerId = ?1", NEWEST_FIRST, ownerId), page);
  }

  @Transactional
  public Page everyones(@Nullable EnquiryStatus status, PageRequest page) {
    return page(
        status == null ? findAll(NEWEST_FIRST) : find("status = ?1", NEWEST_FIRST, status), page);
  }

  @Transactional
  public Map<EnquiryStatus, Long> countByStatus() {
    Map<EnquiryStatus, Long> counts = new EnumMap<>(EnquiryStatus.class);
    getEntityManager()
        .createQuery("select status, count(*) from Enquiry group by status", Object[].class)
        .getResultList()
        .forEach(row -> counts.put((EnquiryStatus) row[0], (Long) row[1]));
    return counts;
  }

  /**
   * Takes out of a person's enquiries who asked and what they wrote, and what was noted of them.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void forgetCustomer(UUID customerId) {
    getEntityManager()
        .createNativeQuery(
            """
            update enquiry set name = 'Deleted account', email = 'deleted@account.invalid',
              phone = null, subject = null, message = null, city = null, budget = null,
              seats_required = null, move_in_date = null, admin_notes = null,
              property_name = case when property_id is null then null else property_name end,
              property_type = case when property_id is null then null else property_type end
            where customer_id = ?1
            """)
        .setParameter(1, customerId)
        .executeUpdate();
  }

  /** The enquiry, which nobody else can change until the transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  Enquiry locked(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(() -> Refusal.notFound("Enquiry"));
  }

  private static Page page(PanacheQuery<Enquiry> all, PageRequest page) {
    return new Page(all.page(page.index(), page.perPage()).list(), all.count());
  }
}
