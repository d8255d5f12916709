package com.nanospace.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.identity.People;
import com.nanospace.identity.People.Person;
import com.nanospace.testkit.AuditProbe;
import com.nanospace.testkit.TopicProbe;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UsersAuditTest {

  private Person person;

  @BeforeEach
  void somebodyRegisters() {
    person = People.withPhone();
    new TopicProbe("identity.user.v1")
        .await(person.id().toString(), "com.nanospace.user.registered.v1");
  }

  @Test
  void findsNothingWrongInAnAccountThatWasTold() {
    AuditProbe audit = users();

    assertThat(audit.rows()).isGreaterThanOrEqualTo(2);
    assertThat(audit.about(person.id())).isEmpty();
  }

  @Test
  void findsAChangeThatNobodyWasTold() {
    AuditProbe.tamper("update account set version = version + 1 where id = ?", person.id());

    assertThat(users().about(person.id()))
        .singleElement()
        .asString()
        .contains("has version 2, and the newest event", "tells of version 1");
  }

  @Test
  void findsAnAccountThatDiffersFromWhatWasTold() {
    AuditProbe.tamper("update account set status = 'SUSPENDED' where id = ?", person.id());

    assertThat(users().about(person.id()))
        .singleElement()
        .asString()
        .contains("has another status than its newest event");
  }

  @Test
  void findsAnAccountOfWhichNobodyWasTold() {
    UUID unheard = UUID.randomUUID();
    AuditProbe.tamper(
        """
        insert into account (id, version, email, full_name, password_hash, role, status,
          email_verified, phone_verified, created_at)
        values (?, 1, ? || '@example.com', 'Nobody', '-', 'CUSTOMER', 'ACTIVE', false, false,
          now() - interval '1 minute')
        """,
        unheard,
        unheard.toString());

    assertThat(users().about(unheard))
        .singleElement()
        .asString()
        .endsWith("and no event tells of it");
  }

  private static AuditProbe users() {
    return AuditProbe.of("users", People.admin().accessToken());
  }
}
