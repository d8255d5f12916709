package com.nanospace.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nanospace.identity.KeyFiles;
import com.nanospace.identity.TestClock;
import com.nanospace.kit.production.RsaKeyLength;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {

  /** By file name and length: keys of one name are never together. */
  private static final Map<String, String> KEYS = new ConcurrentHashMap<>();

  @TempDir Path folder;

  private final TestClock clock = new TestClock();

  @Test
  void signsWithTheLastByNameAndPublishesAll() throws Exception {
    write("2026-01.pem", 2048);
    write("2026-06.pem", 2048);
    write("2026-11.next.pem", 2048);
    Files.writeString(folder.resolve("README"), "not a key");

    SigningKeys keys = keysOf(folder);

    assertThat(keys.current().kid()).isEqualTo("2026-06");
    assertThat(keys.published())
        .extracting(SigningKey::kid)
        .containsExactly("2026-01", "2026-06", "2026-11");
  }

  @Test
  void keepsTheKidWhenTheNextKeyIsPromoted() throws Exception {
    write("a.pem", 2048);
    write("b.next.pem", 2048);
    var next = keysOf(folder).published().getLast().publicKey();
    Files.move(folder.resolve("b.next.pem"), folder.resolve("b.pem"));

    assertThat(keysOf(folder).current().publicKey()).isEqualTo(next);
  }

  @Test
  void needsAKeyThatSigns() throws Exception {
    write("b.next.pem", 2048);

    assertThatThrownBy(() -> keysOf(folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nanospace.tokens.key-folder");
  }

  @Test
  void refusesShortKeysAndWhatIsNone() throws Exception {
    write("short.pem", 1024);
    assertThatThrownBy(() -> keysOf(folder)).hasMessageContaining("at least 2048 bits");

    Files.writeString(
        folder.resolve("short.pem"),
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----");
    assertThatThrownBy(() -> keysOf(folder)).hasMessageContaining("short is no RSA private key");
  }

  @Test
  void needsLongerKeysInProduction() throws Exception {
    write("a.pem", 2048);
    assertThatThrownBy(() -> productionKeys())
        .hasMessage("The signing key a must be RSA of at least 3072 bits");

    write("a.pem", 3072);
    SigningKeys keys = productionKeys();
    write("b.pem", 2048);
    keys.check();

    assertThat(keys.ids()).isEqualTo(new KeyIds(List.of("a"), "a"));
  }

  @Test
  void makesOneWithoutAFolder() {
    SigningKeys keys = new SigningKeys(config(Optional.empty()), clock);

    assertThat(keys.published()).containsExactly(keys.current());
  }

  @Test
  void publishesANewKeyAtOnceAndSignsWithItLater() throws Exception {
    write("a.pem", 2048);
    SigningKeys keys = keysOf(folder);
    write("b.pem", 2048);

    keys.check();
    assertThat(keys.published()).extracting(SigningKey::kid).containsExactly("a", "b");
    assertThat(keys.current().kid()).isEqualTo("a");

    clock.pass(Duration.ofMinutes(9));
    keys.check();
    assertThat(keys.current().kid()).isEqualTo("a");

    clock.pass(Duration.ofMinutes(1));
    keys.check();
    assertThat(keys.current().kid()).isEqualTo("b");
  }

  @Test
  void countsTheTimeAsNextOne() throws Exception {
    write("a.pem", 2048);
    SigningKeys keys = keysOf(folder);
    write("b.next.pem", 2048);
    keys.check();
    clock.pass(Duration.ofMinutes(10));
    keys.check();
    assertThat(keys.current().kid()).isEqualTo("a");

    Files.move(folder.resolve("b.next.pem"), folder.resolve("b.pem"));
    keys.check();

    assertThat(keys.current().kid()).isEqualTo("b");
  }

  @Test
  void knowsARemovedKeyNoMoreEvenIfItsFollowerIsNew() throws Exception {
    write("a.pem", 2048);
    SigningKeys keys = keysOf(folder);
    write("b.pem", 2048);
    Files.delete(folder.resolve("a.pem"));

    keys.check();

    assertThat(keys.published()).extracting(SigningKey::kid).containsExactly("b");
    assertThat(keys.current().kid()).isEqualTo("b");
  }

  @Test
  void keepsTheKeysWhenAFileIsBrokenAndSaysSoOnce() throws Exception {
    write("a.pem", 2048);
    SigningKeys keys = keysOf(folder);
    Files.writeString(folder.resolve("b.pem"), "half a file");
    List<String> warnings = new ArrayList<>();
    Handler handler = warningsTo(warnings);
    Logger logger = Logger.getLogger(SigningKeys.class.getName());
    logger.addHandler(handler);
    try {
      keys.check();
      keys.check();
    } finally {
      logger.removeHandler(handler);
    }

    assertThat(keys.published()).extracting(SigningKey::kid).containsExactly("a");
    assertThat(warnings).singleElement().asString().contains("signing key b");

    write("b.pem", 2048);
    keys.check();
    assertThat(keys.published()).extracting(SigningKey::kid).containsExactly("a", "b");
  }

  @Test
  void keepsTheKeysWhenNoneIsLeftThatSigns() throws Exception {
    write("a.pem", 2048);
    SigningKeys keys = keysOf(folder);
    Files.move(folder.resolve("a.pem"), folder.resolve("a.next.pem"));

    keys.check();

    assertThat(keys.current().kid()).isEqualTo("a");
  }

  private static Handler warningsTo(List<String> warnings) {
    return new Handler() {
      @Override
      public void publish(LogRecord record) {
        if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
          warnings.add(record.getMessage() + Arrays.toString(record.getParameters()));
        }
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private SigningKeys productionKeys() {
    return new SigningKeys(config(Optional.of(folder)), RsaKeyLength.PRODUCTION, clock);
  }

  private SigningKeys keysOf(Path folder) {
    return new SigningKeys(config(Optional.of(folder)), clock);
  }

  static TokenConfig config(Optional<Path> folder) {
    Map<String, String> values =
        folder.map(path -> Map.of("nanospace.tokens.key-folder", path.toString())).orElse(Map.of());
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withSources(new PropertiesConfigSource(values, "test", 100))
        .withMapping(TokenConfig.class)
        .build()
        .getConfigMapping(TokenConfig.class);
  }

  private void write(String name, int bits) throws IOException {
    Files.writeString(
        folder.resolve(name), KEYS.computeIfAbsent(name + bits, unknown -> KeyFiles.pem(bits)));
  }
}
