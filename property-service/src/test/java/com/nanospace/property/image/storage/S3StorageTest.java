package com.nanospace.property.image.storage;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
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
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** S3's answers are those of its API reference: PutObject, HeadObject, GetObject, Errors. */
class S3StorageTest {

  private static final String KEY = "/bucket/images/a.jpg";
  private static final int LARGEST = 26 << 20;

  private final WireMockServer s3 = new WireMockServer(wireMockConfig().dynamicPort());
  private ImageStorage storage;

  @BeforeEach
  void start() {
    System.setProperty("aws.accessKeyId", "test-key");
    System.setProperty("aws.secretAccessKey", "test-secret");
    s3.start();
    storage = storageWith(Map.of());
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
  void aServerInTroubleIsAskedOnce() {
    s3.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));

    assertAway(() -> storage.put("a.jpg", "image/jpeg", new byte[1]));
    assertAway(() -> storage.sizeOf("a.jpg"));
    assertAway(() -> storage.open("a.jpg", 0, 1));

    s3.verify(3, anyRequestedFor(anyUrl()));
  }

  @Test
  void aServerThatHangsIsGivenUpInTimeAndAskedOnce() {
    s3.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(6_000)));
    storage = storageWith(Map.of("timeout", "1S", "upload-timeout", "1S"));

    assertTimely(() -> storage.put("a.jpg", "image/jpeg", new byte[1]));
    assertTimely(() -> storage.sizeOf("a.jpg"));
    assertTimely(() -> storage.open("a.jpg", 0, 1));

    s3.verify(3, anyRequestedFor(anyUrl()));
  }

  /** It says that it is ready for the image and reads none of it. */
  @Test
  void anUploadThatGetsStuckIsGivenUpInTime() throws IOException {
    try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(() -> sayContinue(deaf));
      storage =
          storageWith(
              Map.of(
                  "timeout", "1S",
                  "upload-timeout", "2S",
                  "endpoint", "http://localhost:" + deaf.getLocalPort()));

      assertTimely(() -> storage.put("a.jpg", "image/jpeg", new byte[LARGEST]));
    }
  }

  @Test
  void theLargestImageIsTakenInTime() {
    s3.stubFor(put(urlPathEqualTo(KEY)).willReturn(aResponse().withHeader("ETag", "\"x\"")));

    storage.put("a.jpg", "image/jpeg", new byte[LARGEST]);

    s3.verify(1, putRequestedFor(urlEqualTo(KEY)));
  }

  @Test
  void whoFindsTooManyWaitingIsRefusedUnasked() {
    s3.stubFor(
        any(anyUrl())
            .willReturn(aResponse().withHeader("Content-Length", "10").withFixedDelay(3_000)));
    storage = storageWith(Map.of("waiting", "1"));
    CompletableFuture<OptionalLong> first =
        CompletableFuture.supplyAsync(() -> storage.sizeOf("a.jpg"));
    await().until(() -> s3.findAll(anyRequestedFor(anyUrl())).size() == 1);

    assertAway(() -> storage.sizeOf("b.jpg"));

    assertThat(first).isNotDone();
    assertThat(first.join()).hasValue(10);
    s3.verify(1, anyRequestedFor(anyUrl()));
    assertThat(storage.sizeOf("b.jpg")).hasValue(10);
  }

  @Test
  void aMissingKeyIsNamed() {
    assertThatThrownBy(() -> new StorageProducer().storage(config(Map.of("region", ""))))
        .hasMessage("nanospace.storage.s3.region is missing");
  }

  private static void assertAway(Runnable use) {
    assertThatThrownBy(use::run)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.code()).isEqualTo(CommonError.UNAVAILABLE));
  }

  private static void assertTimely(Runnable use) {
    long start = System.nanoTime();
    assertAway(use);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  private static void sayContinue(ServerSocket server) {
    try (Socket client = server.accept()) {
      client.getOutputStream().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(UTF_8));
      server.accept();
    } catch (IOException e) {
      // The test has ended.
    }
  }

  private ImageStorage storageWith(Map<String, String> settings) {
    return new StorageProducer().storage(config(settings));
  }

  private StorageConfig config(Map<String, String> settings) {
    Map<String, String> values = new HashMap<>();
    values.put("nanospace.storage.kind", "s3");
    values.put("nanospace.storage.s3.bucket", "bucket");
    values.put("nanospace.storage.s3.endpoint", s3.baseUrl());
    values.put("nanospace.storage.s3.region", "ap-south-1");
    settings.forEach((key, value) -> values.put("nanospace.storage.s3." + key, value));
    return new SmallRyeConfigBuilder()
        .withMapping(StorageConfig.class)
        .withConverter(Duration.class, 200, new DurationConverter())
        .withSources(new PropertiesConfigSource(values, "test", 100))
        .build()
        .getConfigMapping(StorageConfig.class);
  }
}
