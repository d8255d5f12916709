package com.nanospace.system.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Dnanospace.docs.write=true} writes the page anew. */
class ConfigurationTableTest {

  private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();
  private static final Path PAGE = REPOSITORY.resolve("docs/configuration.md");

  @Test
  void thePageSaysWhatTheSourcesSay() throws IOException {
    ConfigurationTable table = new ConfigurationTable(REPOSITORY);
    String current = table.markdown();
    if (Boolean.getBoolean("nanospace.docs.write")) {
      Files.writeString(PAGE, current);
    }

    assertThat(table.undocumented()).as("keys that nothing explains").isEmpty();
    assertThat(Files.readString(PAGE))
        .as("%s; write it anew with -Dnanospace.docs.write=true", PAGE.getFileName())
        .isEqualTo(current);
  }

  @Test
  void readsNestedMappingsDefaultsAndJavadoc(@TempDir Path sources) throws IOException {
    Files.writeString(
        sources.resolve("Sample.java"),
        """
        @ConfigMapping(prefix = "nanospace.sample")
        interface Sample {
          /** How long it waits, {@code 0s} for ever. More | of it. */
          @WithDefault("3s") Duration waitTime();
          String untoldADay();
          Map<String, Line> lines();
          /** Inner. */
          interface Line {
            /** The password of a line. */
            Optional<String> password();
          }
        }
        """);

    SourceKeys found = SourceKeys.below(sources);

    assertThat(found.keys())
        .containsExactly(
            new Key("nanospace.sample.lines.<name>.password", "", "The password of a line."),
            new Key("nanospace.sample.untold-a-day", "", ""),
            new Key(
                "nanospace.sample.wait-time",
                "3s",
                "How long it waits, `0s` for ever. More | of it."));
    assertThat(found.undocumented()).containsExactly("nanospace.sample.untold-a-day");
    assertThat(found.keys().first().secrecy()).isEqualTo("secret");
    assertThat(found.keys().last().variable()).isEqualTo("NANOSPACE_SAMPLE_WAIT_TIME");
  }
}
