package com.nanospace.property.image;

import static com.nanospace.property.image.ImageFixture.file;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import com.nanospace.property.PropertyClient;
import com.nanospace.testkit.AuditProbe;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Owners of these tests have uploaded much already: as rows, which is what counts. */
@QuarkusTest
class UploadQuotaTest {

  private static final byte[] IMAGE = file("png", 30, 20);
  private static final int SMALL = 1;

  private final PropertyClient owner = PropertyClient.owner();

  @Inject UploadConfig config;
  @Inject UploadQuota quota;
  @Inject ForgetReservations forgetReservations;
  @Inject Images images;

  @Test
  void aFullDayHasRoomWhenItsFirstImageIsADayOld() {
    uploaded(1, SMALL, ofHours(23));
    uploaded(config.imagesPerDay() - 1, SMALL, ofHours(2));

    assertWaits(upload(IMAGE), ofHours(1));
  }

  @Test
  void whatIsADayOldIsNoneOfTheDay() {
    uploaded(1, SMALL, ofDays(1));
    uploaded(config.imagesPerDay() - 1, SMALL, ofHours(2));

    upload(IMAGE).statusCode(201);
    assertWaits(upload(IMAGE), ofHours(22));
  }

  @Test
  void bytesOfADayAreBoundedToo() {
    uploaded(1, SMALL, ofHours(20));
    uploaded(1, config.bytesPerDay().asLongValue() - 200, ofHours(5));
    uploaded(1, SMALL, ofHours(1));

    assertWaits(upload(IMAGE), ofHours(19));
  }

  @Test
  void anAccountThatIsFullHasRoomForWhatWasDeleted() {
    uploaded(config.images(), SMALL, ofDays(2));

    upload(IMAGE)
        .statusCode(409)
        .contentType("application/problem+json")
        .header("Retry-After", nullValue())
        .body("code", equalTo("upload.quota"));

    AuditProbe.tamper(
        "delete from image where id = (select id from image where uploaded_by = ? limit 1)",
        owner.id());
    upload(IMAGE).statusCode(201);
    upload(IMAGE).statusCode(409);
  }

  @Test
  void bytesOfAnAccountAreBoundedToo() {
    uploaded(1, config.bytes().asLongValue() - 1, ofDays(2));

    upload(IMAGE).statusCode(409).body("code", equalTo("upload.quota"));
  }

  @Test
  void parallelUploadsDoNotPassTheBoundTogether() throws Exception {
    uploaded(config.imagesPerDay() - 3, SMALL, ofHours(2));

    List<Integer> statuses = inParallel(10, () -> upload(IMAGE).extract().statusCode());

    assertThat(statuses).containsOnly(201, 429).filteredOn(s -> s == 201).hasSize(3);
    assertThat(images.countOf(owner.id())).isEqualTo(config.imagesPerDay());
    assertThat(reserved()).isZero();
  }

  @Test
  void whatIsRefusedUsesNothingUp() {
    uploaded(config.imagesPerDay() - 1, SMALL, ofHours(2));

    upload("just text".getBytes(UTF_8)).statusCode(415);
    upload(ImageFixture.pngClaiming(100_000, 100_000)).statusCode(413);

    assertThat(reserved()).isZero();
    upload(IMAGE).statusCode(201);
  }

  @Test
  void anImageThatIsLargerThanItsFileCountsAsItIsStored() {
    long room = IMAGE.length;
    long stored = sizeOf(upload(IMAGE).statusCode(201).extract().path("filename"));
    assertThat(stored).isGreaterThan(room);
    uploaded(1, config.bytesPerDay().asLongValue() - stored - room, ofHours(2));

    assertWaits(upload(IMAGE), ofHours(22));

    assertThat(images.countOf(owner.id())).isEqualTo(2);
    assertThat(reserved()).isZero();
  }

  @Test
  void whatIsUnderWayCountsUntilItLapses() {
    uploaded(config.imagesPerDay() - 1, SMALL, ofHours(2));
    UploadQuota.Reservation underWay = quota.reserve(owner.id(), SMALL);

    assertThat(upload(IMAGE).extract().statusCode()).isEqualTo(429);

    lapse(underWay);
    upload(IMAGE).statusCode(201);
    assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> quota.settle(underWay)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.code()).isEqualTo(CommonError.UNAVAILABLE));
    forgetReservations.sweep();
    assertThat(reserved()).isZero();
  }

  @Test
  void anImageThatNoDayHasRoomForIsTooLarge() {
    long size = config.bytesPerDay().asLongValue() + 1;

    assertThatThrownBy(() -> quota.reserve(owner.id(), size))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(CommonError.TOO_LARGE));
  }

  private ValidatableResponse upload(byte[] file) {
    return owner.request().multiPart("file", "a.png", file).post("/api/uploads/image").then();
  }

  private static void assertWaits(ValidatableResponse refused, Duration time) {
    String seconds =
        refused
            .statusCode(429)
            .contentType("application/problem+json")
            .body("code", equalTo("upload.daily_quota"))
            .extract()
            .header("Retry-After");
    assertThat(Duration.ofSeconds(Long.parseLong(seconds)))
        .isBetween(time.minus(ofMinutes(5)), time);
  }

  private void uploaded(int count, long size, Duration ago) {
    AuditProbe.tamper(
        """
        insert into image (id, filename, uploaded_by, width, height, size_bytes, created_at)
        select id, id || '.png', ?, 1, 1, ?, now() - ? * interval '1 second'
        from (select gen_random_uuid() as id from generate_series(1, ?)) made
        """,
        owner.id(),
        size,
        ago.toSeconds(),
        count);
  }

  private void lapse(UploadQuota.Reservation reservation) {
    AuditProbe.tamper(
        "update upload_reservation set created_at = created_at - ? * interval '1 second'"
            + " where id = ?",
        UploadQuota.RESERVED_FOR.toSeconds(),
        reservation.id());
  }

  private long reserved() {
    return AuditProbe.tamper(
        "update upload_reservation set size_bytes = size_bytes where uploaded_by = ?", owner.id());
  }

  private long sizeOf(String filename) {
    return images.findById(ImageName.parse(filename).orElseThrow().id()).sizeBytes();
  }

  private static <T> List<T> inParallel(int count, Callable<T> call) throws Exception {
    try (ExecutorService callers = Executors.newFixedThreadPool(count)) {
      List<Future<T>> futures =
          callers.invokeAll(Stream.generate(() -> call).limit(count).toList());
      return futures.stream().map(Future::resultNow).toList();
    }
  }
}
