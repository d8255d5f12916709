package com.nanospace.property.image.api;

import static com.nanospace.property.image.ImageFixture.file;
import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import com.nanospace.property.PropertyClient;
import com.nanospace.property.image.ImageFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UploadResourceTest {

  private static final String UUID_V7 =
      "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

  @Test
  void anImageIsStoredUnderANameOfOurs() {
    upload(PropertyClient.owner(), "../../etc/passwd.png", file("png", 300, 200))
        .statusCode(201)
        .body("filename", matchesPattern(UUID_V7 + "\\.jpg"))
        .body("url", matchesPattern("/api/uploads/" + UUID_V7 + "\\.jpg"))
        .body("width", equalTo(300))
        .body("height", equalTo(200));
  }

  @Test
  void theImageIsDeliveredForGoodAndHarmless() {
    String url = uploaded(file("png", 300, 200));

    Response image = given().get(url);

    assertThat(image.statusCode()).isEqualTo(200);
    assertThat(image.contentType()).isEqualTo("image/jpeg");
    assertThat(image.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(image.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(image.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
    assertThat(image.header("Content-Disposition")).startsWith("inline; filename=\"");
    assertThat(image.header("Accept-Ranges")).isEqualTo("bytes");
    byte[] content = image.asByteArray();
    assertThat(image.header("Content-Length")).isEqualTo(String.valueOf(content.length));
    assertThat(ImageFixture.decode(content).getWidth()).isEqualTo(300);
  }

  @Test
  void whoKnowsTheImageGetsNoBytes() {
    String url = uploaded(file("jpeg", 30, 20));
    String tag = given().get(url).header("ETag");

    given().header("If-None-Match", tag).get(url).then().statusCode(304).header("ETag", tag);
    given().header("If-None-Match", "\"other\"").get(url).then().statusCode(200);
  }

  @Test
  void rangesAreServed() {
    String url = uploaded(file("jpeg", 300, 200));
    byte[] whole = given().get(url).asByteArray();

    Response part = given().header("Range", "bytes=10-29").get(url);

    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.header("Content-Range")).isEqualTo("bytes 10-29/" + whole.length);
    assertThat(part.asByteArray()).isEqualTo(Arrays.copyOfRange(whole, 10, 30));
    assertThat(given().header("Range", "bytes=-5").get(url).asByteArray())
        .isEqualTo(Arrays.copyOfRange(whole, whole.length - 5, whole.length));
    given()
        .header("Range", "bytes=9999999-")
        .get(url)
        .then()
        .statusCode(416)
        .header("Content-Range", "bytes */" + whole.length);
  }

  @Test
  void aRangeOfAnotherVersionIsNotMixedIn() {
    String url = uploaded(file("jpeg", 30, 20));
    String tag = given().get(url).header("ETag");

    given().header("Range", "bytes=0-3").header("If-Range", tag).get(url).then().statusCode(206);
    given()
        .header("Range", "bytes=0-3")
        .header("If-Range", "\"other\"")
        .get(url)
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 640, 1280})
  void renderingsAreMadeAndKept(int width) {
    String url = uploaded(file("jpeg", 1500, 300));

    Response first = given().get(url + "?w=" + width);
    Response second = given().get(url + "?w=" + width);

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(ImageFixture.decode(first.asByteArray()).getWidth()).isEqualTo(width);
    assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
    assertThat(first.header("ETag")).isNotEqualTo(given().get(url).header("ETag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "321", "-320", "abc", "1e9", "99999999999"})
  void otherWidthsAreRefused(String width) {
    given()
        .queryParam("w", width)
        .get(uploaded(file("jpeg", 30, 20)))
        .then()
        .statusCode(400)
        .body("code", equalTo("request.invalid"))
        .body("errors[0].field", equalTo("w"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01999999-0000-7000-8000-000000000000.jpg",
        "01999999-0000-7000-8000-000000000000.w320.jpg",
        "..%2f..%2fapplication.properties",
        "%2e%2e",
        "x.png",
        "a%00.png"
      })
  void unknownNamesAreNotFound(String name) {
    given()
        .urlEncodingEnabled(false)
        .get("/api/uploads/" + name)
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
    given().urlEncodingEnabled(false).get("/api/uploads/" + name + "?w=320").then().statusCode(404);
  }

  @Test
  void renderingsAreNotReachableByTheirKey() {
    String url = uploaded(file("jpeg", 500, 300));
    given().get(url + "?w=320").then().statusCode(200);

    given().get(url.replace(".jpg", ".w320.jpg")).then().statusCode(404);
  }

  @Test
  void onlyOwnersAndAdminsUpload() {
    byte[] image = file("png", 30, 20);

    upload(PropertyClient.anonymous(), "a.png", image)
        .statusCode(401)
        .body("code", equalTo("auth.required"));
    upload(PropertyClient.customer(), "a.png", image)
        .statusCode(403)
        .body("code", equalTo("auth.forbidden"));
    upload(PropertyClient.admin(), "a.png", image).statusCode(201);
  }

  @Test
  void theContentCountsAndNotTheName() {
    upload(PropertyClient.owner(), "page.html", file("gif", 30, 20)).statusCode(201);
    upload(PropertyClient.owner(), "photo.png", "just text".getBytes(UTF_8))
        .statusCode(415)
        .body("code", equalTo("request.unsupported_type"));
    upload(
            PropertyClient.owner(),
            "logo.svg",
            "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(UTF_8))
        .statusCode(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lossy", "lossless"})
  void webpIsTakenUpToFortyMegapixels(String kind) {
    upload(PropertyClient.owner(), "large.webp", ImageFixture.largeWebp(kind))
        .statusCode(201)
        .body("width", equalTo(2560))
        .body("height", equalTo(1736));
  }

  @Test
  void hostileFilesAreRefused() {
    upload(PropertyClient.owner(), "bomb.png", ImageFixture.pngClaiming(100_000, 100_000))
        .statusCode(413)
        .body("code", equalTo("request.too_large"));
    byte[] whole = file("jpeg", 300, 200);
    upload(PropertyClient.owner(), "half.jpg", Arrays.copyOf(whole, whole.length / 2))
        .statusCode(400)
        .body("errors[0].field", equalTo("file"));
  }

  @Test
  void aFileThatIsTooLargeIsRefused() {
    byte[] large = Arrays.copyOf(file("jpeg", 30, 20), (16 << 20) + 1);

    upload(PropertyClient.owner(), "large.jpg", large)
        .statusCode(413)
        .body("code", equalTo("request.too_large"));
  }

  @Test
  void theFileMustBeThere() {
    PropertyClient owner = PropertyClient.owner();

    upload(owner, "empty.png", new byte[0])
        .statusCode(400)
        .body("errors[0].field", equalTo("file"));
    owner
        .request()
        .multiPart("picture", "a.png", file("png", 3, 3))
        .post("/api/uploads/image")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("file"));
  }

  @Test
  void anotherBodyThanMultipartIsRefused() {
    PropertyClient.owner()
        .request()
        .contentType("application/json")
        .body(Map.of("file", "x"))
        .post("/api/uploads/image")
        .then()
        .statusCode(415)
        .contentType("application/problem+json");
    PropertyClient.owner()
        .request()
        .config(
            config()
                .encoderConfig(
                    encoderConfig().encodeContentTypeAs("multipart/form-data", ContentType.TEXT)))
        .contentType("multipart/form-data")
        .body("no boundary")
        .post("/api/uploads/image")
        .then()
        .statusCode(startsWithFour());
  }

  private static org.hamcrest.Matcher<Integer> startsWithFour() {
    return org.hamcrest.Matchers.allOf(
        org.hamcrest.Matchers.greaterThanOrEqualTo(400), org.hamcrest.Matchers.lessThan(500));
  }

  private static String uploaded(byte[] file) {
    return upload(PropertyClient.owner(), "a.png", file)
        .statusCode(201)
        .body("url", startsWith("/api/uploads/"))
        .extract()
        .path("url");
  }

  private static ValidatableResponse upload(PropertyClient who, String name, byte[] file) {
    return who.request().multiPart("file", name, file).post("/api/uploads/image").then();
  }
}
