package com.nanospace.property;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.nanospace.testkit.ArchitectureRules;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

  @TestFactory
  Stream<DynamicTest> keepsTheRules() {
    JavaClasses main = ArchitectureRules.mainClasses("com.nanospace.property");
    return ArchitectureRules.ALL.stream()
        .map(rule -> dynamicTest(rule.getDescription(), () -> rule.check(main)));
  }
}
