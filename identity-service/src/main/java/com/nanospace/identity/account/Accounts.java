package com.nanospace.identity.account;

import com.nanospace.kit.http.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All accounts. */
@ApplicationScoped
public class Accounts implements PanacheRepositoryBase<Account, UUID> {

  /** One page of a search, and how many there are in all. */
  public record Found(List<Account> accounts, long total) {}

  /**
   * The account, kept from others who want to change it until the transaction ends. To be called
   * before anything else of the account is read in the transaction.
   */
  public Optional<Account> lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Reads no entity, so that the account can be locked before any is. */
  public Optional<Role> roleOf(UUID id) {
    return getEntityManager()
        .createQuery("select role from Account where id = ?1", Role.class)
        .setParameter(1, id)
        .getResultStream()
        .findFirst();
  }

  /** Admins who can sign in, all locked until the transaction ends. */
  public List<UUID> lockActiveAdmins() {
    List<?> ids =
        getEntityManager()
            .createNativeQuery(
                """
                select id from account where role = 'ADMIN' and status = 'ACTIVE'
                order by id for update
                """)
            .getResultList();
    return ids.stream().map(UUID.class::cast).toList();
  }

  public Optional<Account> answeringTo(Identifier identifier) {
    return having(identifier).firstResultOptional();
  }

  /** As {@link #lock}. */
  public Optional<Account> lockAnsweringTo(Identifier identifier) {
    return having(identifier).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  /**
   * Newest first.
   *
   * @param text part of the e-mail address, the phone or the name, whatever its case
   */
  public Found search(@Nullable Role role, @Nullable String text, PageRequest page) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> parameters = new HashMap<>();
    if (role != null) {
      conditions.add("role = :role");
      parameters.put("role", role);
    }
    if (text != null) {
      conditions.add(
          "(lower(email) like lower(:text) escape '!' or phone like :text escape '!'"
              + " or lower(fullName) like lower(:text) escape '!')");
      parameters.put("text", "%" + text.replaceAll("[!%_]", "!$0") + "%");
    }
    String condition = conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions);
    PanacheQuery<Account> query = find(condition, Sort.descending("id"), parameters);
    return new Found(query.page(page.index(), page.perPage()).list(), query.count());
  }

  private PanacheQuery<Account> having(Identifier identifier) {
    return switch (identifier.kind()) {
      case EMAIL -> find("lower(email) = ?1", identifier.value());
      case PHONE -> find("phone", identifier.value());
    };
  }

  /** Stores another hash of the same password, unless that one has changed meanwhile. */
  void replaceHash(UUID id, String known, String anew) {
    update("passwordHash = ?1 where id = ?2 and passwordHash = ?3", anew, id, known);
  }

  /** How many accounts each role has. */
  public Map<Role, Long> countByRole() {
    Map<Role, Long> counts = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      counts.put(role, 0L);
    }
    getEntityManager()
        .createQuery("select role, count(*) from Account group by role", Object[].class)
        .getResultList()
        .forEach(row -> counts.put((Role) row[0], (Long) row[1]));
    return counts;
  }
}
