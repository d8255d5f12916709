package com.nanospace.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A variable that no code reads is a setting that somebody believes in. */
class ConfigurationKeysTest {

  static Stream<Rendered> rendered() {
    return Rendered.all();
  }

  @ParameterizedTest
  @MethodSource("rendered")
  void everyVariableIsAKeyOfItsService(Rendered rendered) {
    assertThat(ServiceCode.all()).flatMap(service -> strangers(rendered, service)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rendered")
  void nothingIsMissingThatProductionRequires(Rendered rendered) {
    assertThat(ServiceCode.all()).flatMap(service -> missing(rendered, service)).isEmpty();
  }

  @Test
  void seesThatSomethingRequiredIsMissing() {
    Rendered changed =
        Rendered.KIND.with(
            "Deployment",
            "identity-service",
            identity -> Rendered.container(identity).remove("env"));

    assertThat(missing(changed, new ServiceCode("identity-service")))
        .contains("NANOSPACE_OTP_HASH_SECRET", "QUARKUS_DATASOURCE_USERNAME");
  }

  @Test
  void seesAVariableThatNobodyReads() {
    Rendered changed =
        Rendered.KIND.with(
            "Deployment",
            "gateway",
            gateway ->
                Rendered.container(gateway)
                    .putArray("env")
                    .addObject()
                    .put("name", "NANOSPACE_CORS_ORIGIN")
                    .put("value", "https://nanospace.com"));

    assertThat(strangers(changed, new ServiceCode("gateway")))
        .containsExactly("NANOSPACE_CORS_ORIGIN");
  }

  @Test
  void knowsKeysFromEverySource() {
    assertThat(ConfigurationKeys.variablesOf(new ServiceCode("property-service")))
        .contains(
            "NANOSPACE_STORAGE_S3_BUCKET",
            "NANOSPACE_OUTBOX_POLL_INTERVAL",
            "NANOSPACE_IDENTITY_URL",
            "QUARKUS_DATASOURCE_JDBC_URL",
            "QUARKUS_INIT_AND_EXIT",
            "KAFKA_SASL_JAAS_CONFIG")
        .doesNotContain("NANOSPACE_CORS_ORIGINS", "QUARKUS_FLYWAY_LOCATIONS");
  }

  /** Variables without which the service refuses to start in production. */
  private static Set<String> missing(Rendered rendered, ServiceCode service) {
    Set<String> required =
        service
            .requiredKeys()
            .map(ConfigurationKeys::variable)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(required).isNotEmpty();
    required.removeAll(
        Environment.of(rendered, rendered.the("Deployment", service.module())).keySet());
    return required;
  }

  /** Variables of all its containers that are no key of it. */
  private static Set<String> strangers(Rendered rendered, ServiceCode service) {
    Set<String> variables = new TreeSet<>();
    rendered
        .the("Deployment", service.module())
        .allContainers()
        .forEach(container -> variables.addAll(Environment.of(rendered, container).keySet()));
    assertThat(variables).isNotEmpty();
    variables.removeAll(ConfigurationKeys.variablesOf(service));
    return variables;
  }
}
