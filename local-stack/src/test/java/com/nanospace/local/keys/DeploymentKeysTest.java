package com.nanospace.local.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nanospace.local.CannotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentKeysTest {
  private static final Instant DAY = Instant.parse("2026-03-01T10:00:00Z");
  private static final List<String> ALL =
      List.of(
          "otp-decryption.pem", "otp-encryption.pem", "otp-hash-secret", "signing/2026-03-01.pem");

  @TempDir Path folder;

  @Test
  void makesEveryKeyForItsOwnerAlone() throws IOException {
    List<Path> made = keys(DAY).complete();

    assertThat(made).hasSize(4);
    assertThat(content().keySet()).containsExactlyElementsOf(ALL);
    for (Path file : made) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void touchesNothingThatIsThere() throws IOException {
    keys(DAY).complete();
    Map<String, String> before = content();

    List<Path> made = keys(DAY.plusSeconds(100_000)).complete();

    assertThat(made).isEmpty();
    assertThat(content()).isEqualTo(before);
  }

  @Test
  void makesOnlyWhatIsMissing() throws IOException {
    keys(DAY).complete();
    Map<String, String> before = content();
    Files.delete(folder.resolve("otp-hash-secret"));

    assertThat(keys(DAY).complete()).containsExactly(folder.resolve("otp-hash-secret"));

    Map<String, String> after = content();
    assertThat(after.remove("otp-hash-secret")).isNotEqualTo(before.remove("otp-hash-secret"));
    assertThat(after).isEqualTo(before);
  }

  @Test
  void makesASigningKeyBesideOneThatIsOnlyAnnounced() throws IOException {
    Files.createDirectories(folder.resolve("signing"));
    Files.writeString(folder.resolve("signing/2027.next.pem"), "announced");

    keys(DAY).complete();

    assertThat(content())
        .containsKey("signing/2026-03-01.pem")
        .containsEntry("signing/2027.next.pem", "announced");
  }

  @Test
  void findsThePublicHalfAgainButNotThePrivateOne() throws IOException {
    keys(DAY).complete();
    String before = Files.readString(folder.resolve("otp-encryption.pem"));

    Files.delete(folder.resolve("otp-encryption.pem"));
    keys(DAY).complete();
    assertThat(folder.resolve("otp-encryption.pem")).hasContent(before);

    Files.delete(folder.resolve("otp-decryption.pem"));
    assertThatThrownBy(() -> keys(DAY).complete())
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining("otp-decryption.pem");
    assertThat(folder.resolve("otp-encryption.pem")).hasContent(before);
  }

  private DeploymentKeys keys(Instant now) {
    return new DeploymentKeys(folder, Clock.fixed(now, ZoneOffset.UTC));
  }

  private Map<String, String> content() throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
      for (Path file : files.toList()) {
        content.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return content;
  }
}
