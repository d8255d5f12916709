package com.nanospace.booking.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.testkit.AuditProbe;
import com.nanospace.testkit.TopicProbe;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CustomersAuditTest {

  private final UUID customer = UUID.randomUUID();

  @BeforeEach
  void anAccountIsTold() {
    new TopicProbe("identity.user.v1")
        .publish(
            customer.toString(),
            "com.nanospace.user.registered.v1",
            """
            {"user_id": "%s", "version": 2, "full_name": "Asha Rao", "email": "a@example.com",
             "phone": null, "role": "customer", "status": "active"}
            """
                .formatted(customer));
    await().until(() -> tamper("update customer set email = email where id = ?") == 1);
  }

  @Test
  void findsNothingWrongInAReplicaThatFollows() {
    AuditProbe audit = AuditProbe.of("customers");

    assertThat(audit.rows()).isGreaterThanOrEqualTo(2);
    assertThat(audit.about(customer)).isEmpty();
  }

  @Test
  void findsAReplicaThatDiffers() {
    tamper("update customer set email = 'b@example.com' where id = ?");

    assertThat(AuditProbe.of("customers").about(customer))
        .singleElement()
        .asString()
        .contains("has another email than event");
  }

  private int tamper(String sql) {
    return AuditProbe.tamper(sql, customer);
  }
}
