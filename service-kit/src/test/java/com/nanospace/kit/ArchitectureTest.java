package com.nanospace.kit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.nanospace.testkit.ArchitectureRules;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rules of services that concern what has no endpoint and no aggregate. */
class ArchitectureTest {

  private final JavaClasses main = ArchitectureRules.mainClasses("com.nanospace.kit");

  @TestFactory
  Stream<DynamicTest> keepsTheRules() {
    return Stream.of(
            ArchitectureRules.TIME_COMES_FROM_THE_CLOCK,
            ArchitectureRules.NATIVE_QUERIES_NAME_NO_RESULT_CLASS,
            ArchitectureRules.PACKAGES_ARE_NULL_MARKED)
        .map(rule -> dynamicTest(rule.getDescription(), () -> rule.check(main)));
  }
}
