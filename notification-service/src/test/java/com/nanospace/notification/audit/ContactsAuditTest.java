package com.nanospace.notification.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.notification.People;
import com.nanospace.notification.People.Person;
import com.nanospace.testkit.AuditProbe;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContactsAuditTest {

  @Inject People people;

  private Person person;

  @BeforeEach
  void somebodyIsKnown() {
    person = people.known("Asha Rao");
  }

  @Test
  void findsNothingWrongInAContactThatFollows() {
    AuditProbe audit = AuditProbe.of("contacts");

    assertThat(audit.rows()).isGreaterThanOrEqualTo(2);
    assertThat(audit.about(person.id())).isEmpty();
  }

  @Test
  void findsAContactThatDiffers() {
    AuditProbe.tamper("update contact set phone_verified = false where user_id = ?", person.id());

    assertThat(AuditProbe.of("contacts").about(person.id()))
        .singleElement()
        .asString()
        .contains("has another phone_verified than event");
  }

  @Test
  void findsAContactThatIsMissing() {
    AuditProbe.tamper("delete from contact where user_id = ?", person.id());

    assertThat(AuditProbe.of("contacts").about(person.id()))
        .singleElement()
        .asString()
        .contains("is missing, though event");
  }
}
