package com.nanospace.gateway.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection that takes too long over the head of a request, counted from its start or,
 * between requests, from the first octet of the next one. The server's own timeout is for silence,
 * and a client that sends an octet now and then is never silent.
 */
final class HeadDeadline extends ChannelDuplexHandler {

  /** As Vert.x names the last handler of a connection. */
  private static final String REQUESTS = "handler";

  private final Duration timeout;
  private final Runnable whenMissed;
  private @Nullable ScheduledFuture<?> deadline;
  private long heads;
  private int unanswered;
  private boolean inBody;

  private HeadDeadline(Duration timeout, Runnable whenMissed) {
    this.timeout = timeout;
    this.whenMissed = whenMissed;
  }

  /** Watches what passes before and after the HTTP codec. */
  static void watch(ChannelPipeline pipeline, Duration timeout, Runnable whenMissed) {
    HeadDeadline messages = new HeadDeadline(timeout, whenMissed);
    pipeline.addBefore(REQUESTS, "head-deadline", messages);
    pipeline.addFirst("head-octets", messages.new Octets());
    messages.begin(pipeline.context(messages));
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest) {
      heads++;
      unanswered++;
      inBody = true;
      end();
    }
    if (message instanceof LastHttpContent) {
      inBody = false;
    }
    context.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
      throws Exception {
    if (message instanceof LastHttpContent && !isInterim(message)) {
      unanswered--;
    }
    super.write(context, message, promise);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    end();
    context.fireChannelInactive();
  }

  private static boolean isInterim(Object message) {
    return message instanceof HttpResponse response
        && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
  }

  private boolean isBetweenRequests() {
    return unanswered == 0 && !inBody;
  }

  private void begin(ChannelHandlerContext context) {
    deadline =
        context.executor().schedule(() -> miss(context), timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void miss(ChannelHandlerContext context) {
    context.close().addListener(closed -> whenMissed.run());
  }

  private void end() {
    if (deadline != null) {
      deadline.cancel(false);
      deadline = null;
    }
  }

  private final class Octets extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext context, Object octets) {
      long headsBefore = heads;
      boolean wasBetweenRequests = isBetweenRequests();
      context.fireChannelRead(octets);
      if (wasBetweenRequests && headsBefore == heads && deadline == null) {
        begin(context);
      }
    }
  }
}
