package com.nanospace.testkit;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What holds for the code of every service, each with a reason that a failure shows.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> keepsTheRules() {
 *   JavaClasses main = ArchitectureRules.mainClasses("com.nanospace.identity");
 *   return ArchitectureRules.ALL.stream()
 *       .map(rule -> dynamicTest(rule.getDescription(), () -> rule.check(main)));
 * }
 * }</pre>
 *
 * <p>A rule that finds nothing to look at fails, and {@code ArchitectureRulesTest} shows for each
 * that it can.
 */
public final class ArchitectureRules {

  private static final String PATH = "jakarta.ws.rs.Path";
  private static final String ENTITY = "jakarta.persistence.Entity";
  private static final String REPOSITORY = "io.quarkus.hibernate.orm.panache.PanacheRepositoryBase";

  private static final List<String> VERBS =
      List.of(
          "jakarta.ws.rs.GET",
          "jakarta.ws.rs.POST",
          "jakarta.ws.rs.PUT",
          "jakarta.ws.rs.PATCH",
          "jakarta.ws.rs.DELETE");

  private static final List<String> ACCESS =
      List.of(
          "jakarta.annotation.security.PermitAll",
          "jakarta.annotation.security.RolesAllowed",
          "jakarta.annotation.security.DenyAll",
          "io.quarkus.security.Authenticated");

  private static final Set<String> QUERY_METHODS =
      Set.of("find", "list", "stream", "count", "update", "delete", "deleteAll", "persist");

  /** Time comes from the injected clock, so that tests can set it. */
  public static final ArchRule TIME_COMES_FROM_THE_CLOCK =
      noClasses()
          .should(callMethodWhere(are(readingTheSystemClock())))
          .orShould()
          .callConstructor("java.util.Date")
          .because("time comes from the injected Clock, which tests can set");

  /** Resources parse, call a use case and build a view. */
  public static final ArchRule RESOURCES_HOLD_NO_QUERY =
      noClasses()
          .that()
          .areAnnotatedWith(PATH)
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("jakarta.persistence.EntityManager")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "io.agroal..")
          .orShould(callMethodWhere(are(queryingARepository())))
          .because("a resource parses, calls a use case or asks a collection, and builds a view");

  /** A transaction is a use case, not a request. */
  public static final ArchRule RESOURCES_HOLD_NO_TRANSACTION =
      classes()
          .that()
          .areAnnotatedWith(PATH)
          .should(haveNoAnnotationAnywhere("jakarta.transaction.Transactional"))
          .because("the use case that a resource calls is the transaction");

  /** Everybody sees at once who may call what. */
  public static final ArchRule ENDPOINTS_STATE_WHO_MAY_CALL =
      methods()
          .that(are(endpoints()))
          .should(stateWhoMayCall())
          .because("an endpoint without a word on access is open by accident");

  /** Entities never leave as JSON, and requests never reach them. */
  public static final ArchRule ENTITIES_STAY_INSIDE =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .resideInAnyPackage("..api", "..messaging")
          .should(involveNoEntity())
          .because("views, requests and payloads are records of their own");

  /** What an endpoint returns is a view. */
  public static final ArchRule ENDPOINTS_RETURN_NO_ENTITY =
      methods()
          .that(are(endpoints()))
          .should(returnNoEntity())
          .because("an entity never leaves as JSON");

  /** Events leave with the transaction that made them. */
  public static final ArchRule EVENTS_LEAVE_THROUGH_THE_OUTBOX =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.eclipse.microprofile.reactive.messaging.Emitter")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.eclipse.microprofile.reactive.messaging.Outgoing")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("org\\.apache\\.kafka\\.clients\\.producer\\..*")
          .because("events leave with the transaction that made them, through the outbox");

  /**
   * Results of native queries are cast. Hibernate 7.2 keeps what it was told of a result class in
   * an object without {@code equals} ({@code ImplicitResultClassBuilder}): a query finds no plan of
   * itself in the cache, adds one each time, and searches thousands that share a hash.
   */
  public static final ArchRule NATIVE_QUERIES_NAME_NO_RESULT_CLASS =
      noClasses()
          .should(callMethodWhere(are(namingTheResultClassOfANativeQuery())))
          .because("a native query with a result class fills the cache of query plans");

  /** Null is marked everywhere. */
  public static final ArchRule PACKAGES_ARE_NULL_MARKED =
      classes().should(resideInNullMarkedPackage()).because("null is an exception that is marked");

  /** All of them. */
  public static final List<ArchRule> ALL =
      List.of(
          TIME_COMES_FROM_THE_CLOCK,
          RESOURCES_HOLD_NO_QUERY,
          RESOURCES_HOLD_NO_TRANSACTION,
          ENDPOINTS_STATE_WHO_MAY_CALL,
          ENTITIES_STAY_INSIDE,
          ENDPOINTS_RETURN_NO_ENTITY,
          EVENTS_LEAVE_THROUGH_THE_OUTBOX,
          NATIVE_QUERIES_NAME_NO_RESULT_CLASS,
          PACKAGES_ARE_NULL_MARKED);

  private ArchitectureRules() {}

  /** The classes of a service without those of its tests. */
  public static JavaClasses mainClasses(String rootPackage) {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
        .importPackages(rootPackage);
  }

  private static DescribedPredicate<JavaAccess<?>> readingTheSystemClock() {
    return DescribedPredicate.describe(
        "reading the system clock",
        access -> {
          String owner = access.getTargetOwner().getName();
          boolean now =
              owner.startsWith("java.time.")
                  && access.getName().equals("now")
                  && access.getTarget() instanceof MethodCallTarget method
                  && method.getRawParameterTypes().stream()
                      .noneMatch(type -> type.isEquivalentTo(Clock.class));
          return now
              || (owner.equals("java.lang.System") && access.getName().equals("currentTimeMillis"));
        });
  }

  private static DescribedPredicate<JavaAccess<?>> queryingARepository() {
    return DescribedPredicate.describe(
        "querying a repository",
        access ->
            QUERY_METHODS.contains(access.getName())
                && access.getTarget().getOwner().isAssignableTo(REPOSITORY)
                && access.getTarget() instanceof MethodCallTarget method
                && method.resolveMember().stream()
                    .anyMatch(member -> member.getOwner().getName().equals(REPOSITORY)));
  }

  private static DescribedPredicate<JavaAccess<?>> namingTheResultClassOfANativeQuery() {
    return DescribedPredicate.describe(
        "naming the result class of a native query",
        access ->
            access.getName().equals("createNativeQuery")
                && access.getTarget() instanceof MethodCallTarget method
                && method.getRawParameterTypes().size() > 1);
  }

  private static DescribedPredicate<JavaMethod> endpoints() {
    return DescribedPredicate.describe(
        "endpoints", method -> VERBS.stream().anyMatch(method::isAnnotatedWith));
  }

  private static ArchCondition<JavaClass> haveNoAnnotationAnywhere(String annotation) {
    return condition(
        "have no @" + annotation,
        (type, violations) -> {
          if (type.isAnnotatedWith(annotation)) {
            violations.add(type.getName());
          }
          type.getMethods().stream()
              .filter(method -> method.isAnnotatedWith(annotation))
              .forEach(method -> violations.add(method.getFullName()));
        });
  }

  private static ArchCondition<JavaMethod> stateWhoMayCall() {
    return condition(
        "state who may call",
        (method, violations) -> {
          if (!statesAccess(method) && !statesAccess(method.getOwner())) {
            violations.add(method.getFullName());
          }
        });
  }

  private static boolean statesAccess(CanBeAnnotated element) {
    return ACCESS.stream().anyMatch(element::isAnnotatedWith);
  }

  private static ArchCondition<JavaField> involveNoEntity() {
    return condition(
        "involve no entity",
        (field, violations) -> {
          if (involvesEntity(field.getType())) {
            violations.add(field.getFullName());
          }
        });
  }

  private static ArchCondition<JavaMethod> returnNoEntity() {
    return condition(
        "return no entity",
        (method, violations) -> {
          if (involvesEntity(method.getReturnType())) {
            violations.add(method.getFullName());
          }
        });
  }

  private static boolean involvesEntity(JavaType type) {
    return type.getAllInvolvedRawTypes().stream().anyMatch(raw -> raw.isAnnotatedWith(ENTITY));
  }

  private static ArchCondition<JavaClass> resideInNullMarkedPackage() {
    return condition(
        "reside in a @NullMarked package",
        (type, violations) -> {
          if (!type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
            violations.add(type.getName());
          }
        });
  }

  /** What one element breaks is named in a list; an empty list keeps the rule. */
  private interface Inspection<T> {
    void inspect(T element, List<String> violations);
  }

  private static <T> ArchCondition<T> condition(String description, Inspection<T> inspection) {
    return new ArchCondition<>(description) {
      @Override
      public void check(T element, ConditionEvents events) {
        List<String> violations = new ArrayList<>();
        inspection.inspect(element, violations);
        violations.forEach(
            name -> events.add(SimpleConditionEvent.violated(element, name + ": " + description)));
      }
    };
  }
}
