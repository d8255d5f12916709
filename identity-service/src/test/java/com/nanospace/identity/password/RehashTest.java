package com.nanospace.identity.password;

import static com.nanospace.identity.People.PASSWORD;
import static com.nanospace.identity.People.customer;
import static com.nanospace.identity.People.logIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.identity.People.Person;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What became cheap to guess at is hashed anew when its owner signs in. */
@QuarkusTest
class RehashTest {

  @Inject AgroalDataSource database;

  @Test
  void hashesAnOldPasswordAnewAtTheNextLoginAndNotForAGuess() throws SQLException {
    Person person = customer();
    String cheap = cheapHash();
    store(person.id(), cheap);

    logIn(person.email(), "wrong password").statusCode(401);
    assertThat(stored(person.id())).isEqualTo(cheap);

    logIn(person.email(), PASSWORD).statusCode(200);
    String anew = stored(person.id());
    assertThat(anew).startsWith("$argon2id$v=19$m=1024,t=2,p=1$");

    logIn(person.email(), PASSWORD).statusCode(200);
    assertThat(stored(person.id())).isEqualTo(anew);
    person.calls().get("/api/auth/me").then().statusCode(200);
  }

  private static String cheapHash() {
    PasswordConfig cheap =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withSources(
                new PropertiesConfigSource(
                    Map.of("nanospace.passwords.memory-kib", "512"), "test", 100))
            .withMapping(PasswordConfig.class)
            .build()
            .getConfigMapping(PasswordConfig.class);
    return Argon2Hash.of(PASSWORD, "0123456789abcdef".getBytes(StandardCharsets.US_ASCII), cheap)
        .text();
  }

  private void store(UUID id, String hash) throws SQLException {
    try (var connection = database.getConnection();
        var update =
            connection.prepareStatement("update account set password_hash = ? where id = ?")) {
      update.setString(1, hash);
      update.setObject(2, id);
      update.executeUpdate();
    }
  }

  private String stored(UUID id) throws SQLException {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement("select password_hash from account where id = ?")) {
      query.setObject(1, id);
      var rows = query.executeQuery();
      rows.next();
      return rows.getString(1);
    }
  }
}
