package com.nanospace.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The negative control of every rule: there is code that breaks it, and it says so. */
class ArchitectureRulesTest {

  private static final JavaClasses OFFENDERS =
      new ClassFileImporter().importPackages("com.nanospace.testkit.offenders");

  @ParameterizedTest
  @FieldSource("com.nanospace.testkit.ArchitectureRules#ALL")
  void catchesWhoBreaksIt(ArchRule rule) {
    assertThat(rule.evaluate(OFFENDERS).hasViolation()).as(rule.getDescription()).isTrue();
  }

  @Test
  void namesTheQueryTheEntityManagerAndTheTransactionOfAResource() {
    assertThat(reports(ArchitectureRules.RESOURCES_HOLD_NO_QUERY))
        .contains("EntityManager")
        .contains("list(");
    assertThat(reports(ArchitectureRules.RESOURCES_HOLD_NO_TRANSACTION)).contains("all()");
  }

  @Test
  void leavesTestClassesOut() {
    assertThat(ArchitectureRules.mainClasses("com.nanospace.testkit"))
        .extracting("simpleName")
        .contains("ArchitectureRules")
        .doesNotContain("ArchitectureRulesTest", "SloppyResource");
  }

  private static String reports(ArchRule rule) {
    return String.join("\n", rule.evaluate(OFFENDERS).getFailureReport().getDetails());
  }
}
