package com.nanospace.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OpenApiMergeTest {

  private static final YAMLMapper YAML = new YAMLMapper();

  private static final String IDENTITY =
      """
      security: [{jwt: []}]
      tags: [{name: Accounts}, {name: Shared}]
      paths:
        /api/auth/me:
          get:
            operationId: get
            responses: {"200": {$ref: "#/components/responses/Me"}}
        /api/auth/login:
          post: {operationId: login, security: []}
        /internal/stats:
          get: {operationId: stats}
      components:
        responses:
          Me: {description: me, content: {application/json: {schema: {$ref: "#/components/schemas/Page"}}}}
        schemas:
          Problem: {type: object, properties: {code: {type: string}}}
          User: {type: object, properties: {id: {type: string}}}
          Page: {type: array, items: {$ref: "#/components/schemas/User"}}
        securitySchemes:
          jwt: {type: http, scheme: bearer, description: Authentication}
      """;

  private static final String BOOKING =
      """
      tags: [{name: Shared}, {name: Bookings}]
      paths:
        /api/bookings:
          servers: [{url: "http://booking:8080"}]
          get:
            operationId: get
            security: [{jwt: []}]
            responses:
              "200": {content: {application/json: {schema: {$ref: "#/components/schemas/Page"}}}}
              default: {content: {application/json: {schema: {$ref: "#/components/schemas/Problem"}}}}
      components:
        schemas:
          Problem: {type: object, properties: {code: {type: string}}}
          User: {type: object, properties: {id: {type: integer}}}
          Page: {type: array, items: {$ref: "#/components/schemas/User"}}
          Kind: {discriminator: {propertyName: k, mapping: {u: "#/components/schemas/User"}}}
        securitySchemes:
          jwt: {type: http, scheme: bearer}
      """;

  private final JsonNode merged =
      new OpenApiMerge()
          .add("identity", yaml(IDENTITY), OpenApiMergeTest::isPublic)
          .add("booking", yaml(BOOKING), OpenApiMergeTest::isPublic)
          .document();

  @Test
  void holdsThePublicPathsOfAllAndNoOthers() {
    assertThat(names(merged.path("paths")))
        .containsExactly("/api/auth/login", "/api/auth/me", "/api/bookings");
  }

  @Test
  void saysOnceWhatIsSaidAlike() {
    assertThat(names(merged.at("/components/schemas")))
        .containsExactly("BookingPage", "BookingUser", "Kind", "Page", "Problem", "User");
    assertThat(names(merged.at("/components/securitySchemes"))).containsExactly("jwt");
  }

  @Test
  void renamesWhatDiffersAndAllThatLeadsToIt() {
    assertThat(merged.at("/components/schemas/User/properties/id/type").asText())
        .isEqualTo("string");
    assertThat(merged.at("/components/schemas/BookingUser/properties/id/type").asText())
        .isEqualTo("integer");
    assertThat(merged.at("/components/schemas/BookingPage/items/$ref").asText())
        .isEqualTo("#/components/schemas/BookingUser");
    assertThat(merged.at("/components/schemas/Kind/discriminator/mapping/u").asText())
        .isEqualTo("#/components/schemas/BookingUser");
    assertThat(schemaOf("/paths/~1api~1bookings/get/responses/200/content"))
        .isEqualTo("#/components/schemas/BookingPage");
    assertThat(schemaOf("/paths/~1api~1bookings/get/responses/default/content"))
        .isEqualTo("#/components/schemas/Problem");
  }

  @Test
  void leavesNoReferenceWithoutATarget() {
    Set<String> references = new TreeSet<>();
    collectReferences(merged, references);

    assertThat(references).isNotEmpty();
    assertThat(references)
        .allSatisfy(
            reference -> assertThat(merged.at(reference.substring(1)).isMissingNode()).isFalse());
  }

  @Test
  void givesEveryOperationAnIdOfItsOwn() {
    assertThat(merged.at("/paths/~1api~1auth~1me/get/operationId").asText()).isEqualTo("get");
    assertThat(merged.at("/paths/~1api~1bookings/get/operationId").asText())
        .isEqualTo("booking_get");
  }

  @Test
  void keepsWhatADocumentSaysForAllItsOperations() {
    assertThat(merged.at("/paths/~1api~1auth~1me/get/security/0").has("jwt")).isTrue();
    assertThat(merged.at("/paths/~1api~1auth~1login/post/security")).isEmpty();
    assertThat(merged.has("security")).isFalse();
  }

  @Test
  void namesThePublicOriginAlone() {
    assertThat(merged.at("/servers/0/url").asText()).isEqualTo("/");
    assertThat(merged.toString()).doesNotContain("booking:8080");
    assertThat(merged.path("openapi").asText()).isEqualTo("3.1.0");
    assertThat(merged.at("/info/title").asText()).isEqualTo("Nano Space API");
  }

  @Test
  void namesEveryTagOnce() {
    assertThat(merged.path("tags").findValuesAsText("name"))
        .containsExactly("Accounts", "Shared", "Bookings");
  }

  private String schemaOf(String content) {
    return merged.at(content + "/application~1json/schema/$ref").asText();
  }

  private static boolean isPublic(String owner, String path) {
    return path.startsWith("/api/");
  }

  private static void collectReferences(JsonNode node, Set<String> references) {
    if (node.isTextual() && node.asText().startsWith("#/")) {
      references.add(node.asText());
    }
    node.forEach(child -> collectReferences(child, references));
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new TreeSet<>();
    ((ObjectNode) node).fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode yaml(String text) {
    try {
      return YAML.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
