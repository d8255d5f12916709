package com.nanospace.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Twilio's Messages API with its documented replies. */
public final class TwilioDouble {

  private static final String MESSAGES =
      "/2010-04-01/Accounts/%s/Messages.json".formatted(OutsideWorld.TWILIO_ACCOUNT);

  private static WireMockServer server;

  private TwilioDouble() {}

  /** Starts it, taking every message. */
  public static synchronized void open() {
    if (server == null) {
      server = new WireMockServer(Integer.getInteger(OutsideWorld.TWILIO_PORT));
      server.start();
    }
    server.resetAll();
    reply(
        201,
        """
        {"account_sid":"%s","api_version":"2010-04-01","body":"…","error_code":null,
         "error_message":null,"num_segments":"1","sid":"SM87105da94bff44b999e4e6eb90d8eb6a",
         "status":"queued"}
        """
            .formatted(OutsideWorld.TWILIO_ACCOUNT));
  }

  /** Makes it refuse every message with that code of Twilio's error dictionary. */
  public static void refuse(int status, int code, String message) {
    reply(
        status,
        """
        {"code":%d,"message":"%s","more_info":"https://www.twilio.com/docs/errors/%1$d","status":%d}
        """
            .formatted(code, message, status));
  }

  /** Makes it take its time. */
  public static void delay(int millis) {
    server.stubFor(
        post(urlEqualTo(MESSAGES)).willReturn(aResponse().withStatus(201).withFixedDelay(millis)));
  }

  /** The messages to that number, as forms. */
  public static List<Map<String, String>> to(String number) {
    return requests().stream()
        .map(TwilioDouble::form)
        .filter(form -> number.equals(form.get("To")))
        .toList();
  }

  public static List<LoggedRequest> requests() {
    return server.findAll(postRequestedFor(urlEqualTo(MESSAGES)));
  }

  private static void reply(int status, String body) {
    server.stubFor(
        post(urlEqualTo(MESSAGES))
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withHeader("Content-Type", "application/json")
                    .withBody(body)));
  }

  private static Map<String, String> form(LoggedRequest request) {
    return Arrays.stream(request.getBodyAsString().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }
}
