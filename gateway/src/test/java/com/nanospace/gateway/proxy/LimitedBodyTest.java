package com.nanospace.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.gateway.edge.GatewayError;
import com.nanospace.gateway.edge.Refusal;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LimitedBodyTest {

  private static final long LIMIT = 100;

  @Property
  void passesEverythingUpToTheLimitAndNothingBeyond(
      @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 60) Integer> chunks) {
    Source source = new Source();
    List<Integer> passed = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    List<String> ends = new ArrayList<>();
    LimitedBody body = new LimitedBody(source, LIMIT, () -> ends.add("complete"));
    body.handler(chunk -> passed.add(chunk.length()));
    body.exceptionHandler(failures::add);
    body.endHandler(end -> ends.add("end"));

    chunks.forEach(length -> source.chunk.handle(Buffer.buffer(new byte[length])));
    source.end.handle(null);

    int total = chunks.stream().mapToInt(Integer::intValue).sum();
    if (total <= LIMIT) {
      assertThat(passed).isEqualTo(chunks);
      assertThat(failures).isEmpty();
      assertThat(ends).containsExactly("complete", "end");
      assertThat(body.isComplete()).isTrue();
    } else {
      assertThat(passed.stream().mapToInt(Integer::intValue).sum()).isLessThanOrEqualTo(100);
      assertThat(failures)
          .singleElement()
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> assertThat(refusal.error()).isEqualTo(GatewayError.TOO_LARGE));
      assertThat(ends).isEmpty();
      assertThat(body.isTooLarge()).isTrue();
    }
  }

  /** A body whose pieces arrive when a test says so. */
  private static final class Source implements ReadStream<Buffer> {

    private Handler<Buffer> chunk;
    private Handler<Void> end;

    @Override
    public Source exceptionHandler(Handler<Throwable> handler) {
      return this;
    }

    @Override
    public Source handler(Handler<Buffer> handler) {
      chunk = handler;
      return this;
    }

    @Override
    public Source pause() {
      return this;
    }

    @Override
    public Source resume() {
      return this;
    }

    @Override
    public Source fetch(long amount) {
      return this;
    }

    @Override
    public Source endHandler(Handler<Void> handler) {
      end = handler;
      return this;
    }
  }
}
