package com.nanospace.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalPathTest {

  @ParameterizedTest
  @CsvSource({
    "/, /",
    "/api/properties, /api/properties",
    "/api/properties/, /api/properties",
    "/.well-known/jwks.json, /.well-known/jwks.json",
    "/api/uploads/caf%C3%A9%20noir.png, /api/uploads/caf%C3%A9%20noir.png",
    "/a/...b, /a/...b",
    "/a/b:c@d+e(f), /a/b:c@d+e(f)",
  })
  void acceptsWhatReadsOneWay(String raw, String path) {
    assertThat(CanonicalPath.of(raw)).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "api",
        "*",
        "//",
        "//evil.example/api",
        "/api//properties",
        "/api/properties//",
        "/api/./properties",
        "/api/../internal/stats",
        "/api/..",
        "/.",
        "/api/properties/..;/internal",
        "/api/properties;v=1",
        "/api\\internal",
        "/api/%2e%2e/internal",
        "/api/%2E",
        "/api/.%2e/internal",
        "/api%2fproperties",
        "/api%2Fproperties",
        "/api/%5c..%5cinternal",
        "/api/%252e%252e/internal",
        "/api/%3bx",
        "/api/%00",
        "/api/%0d%0aX-Evil:1",
        "/api/%7f",
        "/api/%c2%85",
        "/api/%61dmin",
        "/api/%",
        "/api/%4",
        "/api/%zz",
        "/api/%c0%af",
        "/api/%C3x%A9",
        "/api/%ff",
        "/api/caf\u00e9",
        "/api/a b",
        "/api/a\u0000b",
        "/api/a#b",
        "/api/<script>",
        "/api/{id}",
        "/api/a|b",
        "/api/a^b",
      })
  void refusesWhatServersMayReadDifferently(String raw) {
    assertThatThrownBy(() -> CanonicalPath.of(raw))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.error()).isEqualTo(GatewayError.MALFORMED));
  }

  @Property(tries = 5_000)
  void whatIsAcceptedStaysAsItIsHoweverItIsRead(@ForAll("targets") String raw) {
    String path;
    try {
      path = CanonicalPath.of(raw);
    } catch (Refusal refused) {
      Assume.that(false);
      return;
    }

    String decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);

    assertThat(raw).isIn(path, path + "/");
    assertThat(CanonicalPath.of(path)).isEqualTo(path);
    assertThat(URI.create(path).normalize()).hasToString(path);
    assertThat(URI.create("http://host" + path).getRawPath()).isEqualTo(path);
    assertThat(decoded.split("/", -1)).hasSameSizeAs(path.split("/", -1));
    assertThat(List.of(decoded.split("/", -1))).doesNotContain(".", "..");
    assertThat(decoded).doesNotContain("\\", ";", "%", "\0", "\r", "\n");
  }

  @Property
  void whatEncodersMakeIsAcceptedUnlessItIsAmbiguous(@ForAll("names") String name) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");

    assertThat(CanonicalPath.of("/api/uploads/" + encoded)).endsWith(encoded);
  }

  @Provide
  Arbitrary<String> targets() {
    Arbitrary<String> harmless =
        Arbitraries.of("a", "api", "admin", "a/", "/b", "%C3%A9", "%20", "~", "-", ":", "a.b");
    Arbitrary<String> doubtful =
        Arbitraries.of(
            "/", ".", "..", "%2e", "%2F", "%5c", "%25", "%41", "%C3", "%A9", "%00", ";", "\\",
            "%3b", "?", "#", " ", "%", "\u00e9", "\t");
    return Arbitraries.frequencyOf(Tuple.of(4, harmless), Tuple.of(1, doubtful))
        .list()
        .ofMaxSize(10)
        .map(list -> "/" + String.join("", list));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings()
        .withChars("aZ09 -_.'()é\u0939\u0928\u0917,=&")
        .ofMinLength(1)
        .ofMaxLength(20)
        .filter(name -> !name.equals(".") && !name.equals(".."));
  }
}
