package com.nanospace.notification.privacy;

import com.nanospace.kit.privacy.ErasedPeople;
import com.nanospace.notification.contact.Contact;
import com.nanospace.notification.contact.ContactState;
import com.nanospace.notification.contact.Contacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Somebody has deleted their account: their addresses and what was said to them go, and so does
 * what was said of them to others. That something was sent stays in the log, without a name.
 * Nothing is sent to them any more, not even a farewell: the address for it would have to be kept.
 */
@ApplicationScoped
public class ForgetPerson {

  /** What the log says instead of an address. */
  public static final String ERASED = "erased";

  /** The same event told the person, as the guest or the one who asks, and the others. */
  private static final String EVENTS_ABOUT_THEM =
      """
      (select event_id from delivery where user_id = ?1
        and (notice like 'booking-%-customer' or notice = 'enquiry-acknowledged'))
      """;

  private static final String WITHOUT_CONTENT =
      """
      facts = '{}', sealed_code = null, reference = null, claim = null, updated_at = ?2,
      reason = case when status = 'pending' then 'account deleted' end,
      status = case when status = 'pending' then 'skipped' else status end
      """;

  private final ErasedPeople erased;
  private final Contacts contacts;
  private final EntityManager entities;
  private final Clock clock;

  ForgetPerson(ErasedPeople erased, Contacts contacts, EntityManager entities, Clock clock) {
    this.erased = erased;
    this.contacts = contacts;
    this.entities = entities;
    this.clock = clock;
  }

  /**
   * Forgets the person.
   *
   * @param last the account's last state, which has nothing personal any more
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void forget(ContactState last) {
    UUID person = last.userId();
    erased.add(person);
    List<String> addresses =
        contacts.findByIdOptional(person).map(ForgetPerson::addresses).orElse(List.of());
    contacts.keep(last);
    forgetWhatOthersWereTold(person);
    forgetWhatTheyWereTold(person);
    addresses.forEach(this::forgetAddress);
    entities
        .createNativeQuery("delete from notification where user_id = ?1")
        .setParameter(1, person)
        .executeUpdate();
    entities
        .createNativeQuery("delete from preference where user_id = ?1")
        .setParameter(1, person)
        .executeUpdate();
  }

  private static List<String> addresses(Contact contact) {
    return Stream.concat(contact.email().stream(), contact.phone().stream())
        .map(address -> address.toLowerCase(Locale.ROOT))
        .toList();
  }

  private void forgetWhatOthersWereTold(UUID person) {
    entities
        .createNativeQuery(
            """
            update delivery set facts = cast(
              case notice
                when 'enquiry-received' then cast(facts as jsonb)
                  - array['phone', 'subject', 'message', 'city', 'budget', 'seats_required',
                    'move_in_date']
                  || jsonb_build_object('name', 'Deleted account', 'email', 'deleted@account.invalid')
                else cast(facts as jsonb)
                  - array['customer_name', 'customer_email', 'customer_phone', 'notes']
                  - case when cast(facts as jsonb) ->> 'cancelled_by' = 'customer'
                    then 'cancellation_reason' else '' end
              end as text)
            where user_id is distinct from ?1 and event_id in
            """
                + EVENTS_ABOUT_THEM)
        .setParameter(1, person)
        .executeUpdate();
    entities
        .createNativeQuery(
            """
            update notification set body = 'Somebody has a question.'
            where notice = 'enquiry-received' and user_id <> ?1 and event_id in
            """
                + EVENTS_ABOUT_THEM)
        .setParameter(1, person)
        .executeUpdate();
  }

  private void forgetWhatTheyWereTold(UUID person) {
    entities
        .createNativeQuery(
            """
            update delivery set address = null, %s where user_id = ?1
            """
                .formatted(WITHOUT_CONTENT))
        .setParameter(1, person)
        .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }

  /** Codes, and answers to what they asked without signing in. */
  private void forgetAddress(String address) {
    entities
        .createNativeQuery(
            """
            update delivery set recipient = '%1$s', address = '%1$s', %2$s
            where user_id is null and lower(address) = ?1
            """
                .formatted(ERASED, WITHOUT_CONTENT))
        .setParameter(1, address)
        .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }
}
