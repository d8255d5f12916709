package com.nanospace.notification.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nanospace.kit.http.HttpClients;
import com.nanospace.notification.message.Medium;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Text messages by Twilio's API: {@code POST /2010-04-01/Accounts/{sid}/Messages.json}. */
@ApplicationScoped
class TwilioCarrier implements Carrier {

  private final TwilioConfig config;
  private final TwilioReplies replies;
  private final HttpClient http;

  /**
   * @throws IllegalStateException that names the setting without which Twilio can't be used
   */
  TwilioCarrier(TwilioConfig config, TwilioReplies replies) {
    if (config.enabled()) {
      require(config.accountSid(), "account-sid");
      require(config.authToken(), "auth-token");
      require(config.from(), "from");
    }
    this.config = config;
    this.replies = replies;
    this.http = HttpClients.newBuilder().connectTimeout(config.connectTimeout()).build();
  }

  private static void require(Optional<String> setting, String name) {
    if (setting.filter(value -> !value.isBlank()).isEmpty()) {
      throw new IllegalStateException("nanospace.sms.twilio.%s is missing".formatted(name));
    }
  }

  @Override
  public Medium medium() {
    return Medium.SMS;
  }

  @Override
  public boolean isOn() {
    return config.enabled();
  }

  @Override
  public Duration longestSend() {
    return config.connectTimeout().plus(config.replyTimeout());
  }

  @Override
  public Outcome carry(Parcel parcel) {
    try {
      HttpResponse<String> reply = http.send(request(parcel), HttpResponse.BodyHandlers.ofString());
      return replies.outcomeOf(reply.statusCode(), reply.body());
    } catch (HttpConnectTimeoutException | ConnectException e) {
      return new Outcome.Away("no connection to Twilio");
    } catch (HttpTimeoutException e) {
      return new Outcome.Unsure("Twilio took too long");
    } catch (IOException e) {
      return new Outcome.Unsure("the connection to Twilio broke");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Unsure("interrupted by a shutdown");
    }
  }

  private HttpRequest request(Parcel parcel) {
    String account = config.accountSid().orElseThrow();
    String credentials = account + ":" + config.authToken().orElseThrow();
    return HttpRequest.newBuilder(
            URI.create(
                "%s/2010-04-01/Accounts/%s/Messages.json"
                    .formatted(config.baseUrl().toString().replaceAll("/+$", ""), account)))
        .timeout(config.replyTimeout())
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Accept", "application/json")
        .POST(
            HttpRequest.BodyPublishers.ofString(
                form(
                    Map.of(
                        "To", parcel.address(),
                        "From", config.from().orElseThrow(),
                        "Body", parcel.letter().summary()))))
        .build();
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }
}
