package com.nanospace.booking;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.nanospace.testkit.ArchitectureRules;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

  private final JavaClasses main = ArchitectureRules.mainClasses("com.nanospace.booking");

  @TestFactory
  Stream<DynamicTest> keepsTheRules() {
    return ArchitectureRules.ALL.stream()
        .map(rule -> dynamicTest(rule.getDescription(), () -> rule.check(main)));
  }

  @Test
  void hasNoCyclesBetweenAggregates() {
    noCyclesIn("com.nanospace.booking").check(main);
  }

  @Test
  void wouldFindACycle() {
    JavaClasses cycle = new ClassFileImporter().importPackages("com.nanospace.booking.cycle");

    assertThat(noCyclesIn("com.nanospace.booking.cycle").evaluate(cycle).hasViolation()).isTrue();
  }

  private static ArchRule noCyclesIn(String root) {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles();
  }
}
