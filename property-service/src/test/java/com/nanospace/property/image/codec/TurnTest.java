package com.nanospace.property.image.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import com.nanospace.property.image.ImageFormat;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TurnTest {

  private static final EncodedImage IMAGE = new EncodedImage(ImageFormat.PNG, 1, 1, new byte[1]);

  @Test
  void whoWaitsTooLongIsAskedToComeBack() throws Exception {
    Turn turn = new Turn(Duration.ofMillis(20));
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch enough = new CountDownLatch(1);
    try (var executor = Executors.newSingleThreadExecutor()) {
      Future<EncodedImage> first =
          executor.submit(
              () ->
                  turn.run(
                      () -> {
                        busy.countDown();
                        return awaited(enough);
                      }));
      busy.await();

      assertThatThrownBy(() -> turn.run(() -> IMAGE))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> {
                assertThat(refusal.code()).isEqualTo(CommonError.UNAVAILABLE);
                assertThat(refusal.retryAfter()).hasValue(Duration.ofSeconds(10));
              });

      enough.countDown();
      assertThat(first.get()).isSameAs(IMAGE);
    }
  }

  @Test
  void aFailureLetsTheNextOneIn() throws IOException {
    Turn turn = new Turn(Duration.ZERO);

    assertThatThrownBy(
            () ->
                turn.run(
                    () -> {
                      throw new IOException("broken");
                    }))
        .hasMessage("broken");

    assertThat(turn.run(() -> IMAGE)).isSameAs(IMAGE);
  }

  private static EncodedImage awaited(CountDownLatch latch) throws IOException {
    try {
      latch.await();
      return IMAGE;
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
