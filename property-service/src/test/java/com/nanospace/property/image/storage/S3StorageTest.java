package com.nanospace.property.image.storage;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.head;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** S3's answers are those of its API reference: PutObject, HeadObject, GetObject, Errors. */
class S3StorageTest {

  private static final String KEY = "/bucket/images/a.jpg";

  private final WireMockServer s3 = new WireMockServer(wireMockConfig().dynamicPort());
  private ImageStorage storage;

  @BeforeEach
  void start() {
    System.setProperty("aws.accessKeyId", "test-key");
    System.setProperty("aws.secretAccessKey", "test-secret");
    s3.start();
    storage = new StorageProducer().storage(config(s3.baseUrl()));
  }

  @AfterEach
  void stop() {
    s3.stop();
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  @Test
  void anImageIsPutUnderItsKey() {
    s3.stubFor(put(urlPathEqualTo(KEY)).willReturn(aResponse().withHeader("ETag", "\"x\"")));

    storage.put("a.jpg", "image/jpeg", "0123456789".getBytes(UTF_8));

    s3.verify(
        putRequestedFor(urlEqualTo(KEY))
            .withHeader("Content-Type", equalTo("image/jpeg"))
            .withHeader(
                "Authorization", matching("AWS4-HMAC-SHA256 Credential=test-key/.*/ap-south-1/.*"))
            .withRequestBody(containing("0123456789")));
  }

  @Test
  void theSizeComesFromTheHead() {
    s3.stubFor(
        head(urlPathEqualTo(KEY)).willReturn(aResponse().withHeader("Content-Length", "10")));
    s3.stubFor(
        head(urlPathEqualTo("/bucket/images/b.jpg")).willReturn(aResponse().withStatus(404)));

    assertThat(storage.sizeOf("a.jpg")).hasValue(10);
    assertThat(storage.sizeOf("b.jpg")).isEmpty();
  }

  @Test
  void aPartIsAskedForAsARange() throws IOException {
    s3.stubFor(
        get(urlPathEqualTo(KEY))
            .withHeader("Range", equalTo("bytes=3-6"))
            .willReturn(
                aResponse()
                    .withStatus(206)
                    .withHeader("Content-Range", "bytes 3-6/10")
                    .withBody("3456")));

    try (var part = storage.open("a.jpg", 3, 4)) {
      assertThat(part.readAllBytes()).isEqualTo("3456".getBytes(UTF_8));
    }
  }

  @Test
  void aBucketThatRefusesIsADependencyThatIsAway() {
    s3.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(403)
                    .withHeader("Content-Type", "application/xml")
                    .withBody(
                        "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>")));

    assertAway(() -> storage.put("a.jpg", "image/jpeg", new byte[1]));
    assertAway(() -> storage.sizeOf("a.jpg"));
    assertAway(() -> storage.open("a.jpg", 0, 1));
  }

  @Test
  void aServerThatIsGoneIsADependencyThatIsAway() {
    s3.stop();

    assertAway(() -> storage.put("a.jpg", "image/jpeg", new byte[1]));
  }

  @Test
  void aMissingKeyIsNamed() {
    assertThatThrownBy(() -> new StorageProducer().storage(config(null)))
        .hasMessage("nanospace.storage.s3.region is missing");
  }

  private static void assertAway(Runnable use) {
    assertThatThrownBy(use::run)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.code()).isEqualTo(CommonError.UNAVAILABLE));
  }

  private static StorageConfig config(String endpoint) {
    Map<String, String> values = new HashMap<>();
    values.put("nanospace.storage.kind", "s3");
    values.put("nanospace.storage.s3.bucket", "bucket");
    if (endpoint != null) {
      values.put("nanospace.storage.s3.endpoint", endpoint);
      values.put("nanospace.storage.s3.region", "ap-south-1");
    }
    return new SmallRyeConfigBuilder()
        .withMapping(StorageConfig.class)
        .withSources(new PropertiesConfigSource(values, "test", 100))
        .build()
        .getConfigMapping(StorageConfig.class);
  }
}
