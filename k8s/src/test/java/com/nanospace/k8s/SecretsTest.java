package com.nanospace.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every secret that an object wants is made by an operator, or by those who read the manual. */
class SecretsTest {

  private static final Pattern ROW =
      Pattern.compile(
          "^ *\\| `([a-z0-9-]+)` \\| ((?:`[^`]+`(?:, )?)+|each file) \\|", Pattern.MULTILINE);
  private static final Pattern KEY = Pattern.compile("`([^`]+)`");

  @TempDir Path folder;

  @Test
  void theManualListsWhatProductionWants() throws IOException {
    Set<String> wanted = wantedBy(Rendered.EVERYTHING);
    wanted.removeAll(madeByOperators(Rendered.EVERYTHING));

    assertThat(documented()).isNotEmpty().isEqualTo(wanted);
  }

  @Test
  void externalSecretsFillsAllOfThem() throws IOException {
    assertThat(filledFromAStore(Rendered.EVERYTHING)).isEqualTo(documented());
    assertThat(filledFromAStore(Rendered.EVERYTHING.without("ExternalSecret", "smtp")))
        .isNotEqualTo(documented());
  }

  @Test
  void seesASecretThatNobodyMakes() {
    Rendered changed = Rendered.PRODUCTION.without("KafkaUser", "booking-service");

    assertThat(wantedBy(changed)).contains("kafka-booking-service/sasl.jaas.config");
    assertThat(madeByOperators(changed)).doesNotContain("kafka-booking-service/sasl.jaas.config");
  }

  @Test
  void thePreparedSecretsAreThoseThatKindWants() throws Exception {
    givenKeys();

    prepare();

    assertThat(prepared()).isEqualTo(wantedBy(Rendered.KIND));
  }

  @Test
  void preparingAgainKeepsWhatIsThere() throws Exception {
    givenKeys();
    prepare();
    String password = Files.readString(folder.resolve("database-booking"));
    assertThat(password)
        .hasSize(48)
        .isNotEqualTo(Files.readString(folder.resolve("database-property")));

    prepare();

    assertThat(folder.resolve("database-booking")).hasContent(password);
  }

  private void givenKeys() throws IOException {
    Files.createDirectories(folder.resolve("signing"));
    for (String name :
        Set.of("signing/a.pem", "otp-encryption.pem", "otp-decryption.pem", "otp-hash-secret")) {
      Files.writeString(folder.resolve(name), name);
    }
  }

  private void prepare() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Repository.file("k8s/overlays/kind/prepare-secrets").toString(), folder.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  /** As {@code name/key}; a secret that is mounted as a whole is {@code name/}. */
  private Set<String> prepared() {
    Set<String> secrets = new TreeSet<>();
    for (JsonNode secret :
        Yaml.read(folder.resolve("kustomization.yaml")).path("secretGenerator")) {
      String name = secret.path("name").asText();
      Stream<JsonNode> sources =
          Stream.concat(secret.path("literals").valueStream(), secret.path("files").valueStream());
      sources
          .map(source -> source.asText().replaceFirst("=.*", ""))
          .map(key -> key.startsWith("signing/") ? "" : key)
          .forEach(key -> secrets.add(name + "/" + key));
    }
    // Nobody signs in as the superuser from outside.
    secrets.remove("database-postgres/username");
    return secrets;
  }

  private static Set<String> wantedBy(Rendered rendered) {
    return rendered.manifests().stream()
        .flatMap(manifest -> References.toSecrets(manifest).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> filledFromAStore(Rendered rendered) {
    Set<String> filled = new TreeSet<>();
    for (Manifest external : rendered.ofKind("ExternalSecret")) {
      String secret = external.spec().at("/target/name").asText() + "/";
      if (external.spec().has("dataFrom")) {
        filled.add(secret);
      }
      external
          .spec()
          .path("data")
          .forEach(key -> filled.add(secret + key.path("secretKey").asText()));
    }
    return filled;
  }

  private static Set<String> madeByOperators(Rendered rendered) {
    Set<String> made = new TreeSet<>();
    // cert-manager, as the annotation of the Gateway or Ingress asks.
    made.add("nanospace-tls/");
    for (Manifest cluster : rendered.ofKind("Cluster")) {
      made.add(cluster.name() + "-ca/ca.crt");
    }
    for (Manifest kafka : rendered.ofKind("Kafka")) {
      made.add(kafka.name() + "-cluster-ca-cert/ca.crt");
      String prefix = kafka.spec().at("/entityOperator/userOperator/secretPrefix").asText();
      for (Manifest user : rendered.ofKind("KafkaUser")) {
        made.add(prefix + user.name() + "/sasl.jaas.config");
        made.add(prefix + user.name() + "/password");
      }
    }
    return made;
  }

  private static Set<String> documented() throws IOException {
    String manual = Files.readString(Repository.file("docs/operations/kubernetes.md"));
    return ROW.matcher(manual)
        .results()
        .flatMap(
            row ->
                row.group(2).equals("each file")
                    ? Stream.of(row.group(1) + "/")
                    : KEY.matcher(row.group(2))
                        .results()
                        .map((MatchResult key) -> row.group(1) + "/" + key.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
