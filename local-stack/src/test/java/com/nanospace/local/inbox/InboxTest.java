package com.nanospace.local.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.local.JsonObject;
import com.nanospace.local.process.Ports;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InboxTest {
  private static final String ACCOUNT = "AC00000000000000000000000000000000";
  private static final String TOKEN = "token";
  private static final String MESSAGES = "/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json";

  @TempDir Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private int smtpPort;
  private Inbox inbox;

  @BeforeEach
  void start() throws IOException {
    smtpPort = new Ports().free();
    inbox =
        Inbox.start(
            new Inbox.Settings(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                smtpPort,
                ACCOUNT,
                TOKEN),
            folder);
  }

  @AfterEach
  void stop() {
    inbox.close();
  }

  @Test
  void showsAMailToEachOfItsRecipients() throws Exception {
    send("asha@example.com", "ravi@example.com");

    JsonObject message = listed("?to=ASHA@example.com").getFirst();

    assertThat(message.text("channel")).isEqualTo("email");
    assertThat(message.text("to")).isEqualTo("asha@example.com");
    assertThat(message.text("subject")).isEqualTo("Your code");
    assertThat(message.text("text")).contains("123456");
    assertThat(message.text("html")).contains("<b>123456</b>");
    assertThat(message.text("received_at")).endsWith("Z");
    assertThat(listed("?to=ravi@example.com")).hasSize(1);
    assertThat(listed("?to=nobody@example.com")).isEmpty();
    assertThat(listed("")).hasSize(2);
  }

  @Test
  void takesATextMessageAsTwilioDoes() throws Exception {
    HttpResponse<String> reply =
        text(TOKEN, "To=%2B919876543210&From=%2B15005550006&Body=Code+123456");

    JsonObject created = JsonObject.parse(reply.body());
    assertThat(reply.statusCode()).isEqualTo(201);
    assertThat(created.text("sid")).matches("SM[0-9a-f]{32}");
    assertThat(created.text("status")).isEqualTo("queued");
    assertThat(created.text("direction")).isEqualTo("outbound-api");
    assertThat(created.text("account_sid")).isEqualTo(ACCOUNT);
    assertThat(created.text("num_segments")).isEqualTo("1");
    assertThat(created.members().containsKey("error_code")).isTrue();
    for (String to : List.of("+919876543210", "%2B919876543210")) {
      JsonObject message = listed("?to=" + to).getFirst();
      assertThat(message.text("channel")).isEqualTo("sms");
      assertThat(message.text("to")).isEqualTo("+919876543210");
      assertThat(message.text("text")).isEqualTo("Code 123456");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "From=%2B15005550006&Body=x, 21604",
    "To=98765&From=%2B15005550006&Body=x, 21211",
    "To=%2B15005550001&From=%2B15005550006&Body=x, 21211",
    "To=%2B15005550009&From=%2B15005550006&Body=x, 21614",
    "To=%2B919876543210&Body=x, 21603",
    "To=%2B919876543210&From=%2B15005550006, 21602",
  })
  void refusesAFaultyTextMessageAsTwilioDoes(String form, int code) throws Exception {
    HttpResponse<String> reply = text(TOKEN, form);

    JsonObject refusal = JsonObject.parse(reply.body());
    assertThat(reply.statusCode()).isEqualTo(400);
    assertThat(refusal.number("code")).isEqualTo(code);
    assertThat(refusal.number("status")).isEqualTo(400);
    assertThat(refusal.text("message")).isNotBlank();
    assertThat(refusal.text("more_info")).endsWith("/" + code);
    assertThat(listed("")).isEmpty();
  }

  @Test
  void refusesTheWrongTokenAsTwilioDoes() throws Exception {
    HttpResponse<String> reply = text("wrong", "To=%2B919876543210&From=%2B15005550006&Body=x");

    assertThat(reply.statusCode()).isEqualTo(401);
    assertThat(JsonObject.parse(reply.body()).number("code")).isEqualTo(20003);
    assertThat(listed("")).isEmpty();
  }

  @Test
  void answersThatNothingChanged() throws Exception {
    send("asha@example.com");
    String tag = get("/api/messages").headers().firstValue("ETag").orElseThrow();

    assertThat(statusWhenKnown(tag)).isEqualTo(304);
    send("asha@example.com");
    assertThat(statusWhenKnown(tag)).isEqualTo(200);
  }

  @Test
  void clearsTheMessages() throws Exception {
    send("asha@example.com");

    HttpResponse<String> reply =
        client.send(request("/api/messages").DELETE().build(), BodyHandlers.ofString());

    assertThat(reply.statusCode()).isEqualTo(204);
    assertThat(get("/api/messages").body()).isEqualTo("[]");
  }

  @Test
  void showsTheHtmlOfAMailWithoutLettingItDoAnything() throws Exception {
    send("asha@example.com");

    HttpResponse<String> html = get("/api/messages/" + listed("").getFirst().text("id") + "/html");

    assertThat(html.statusCode()).isEqualTo(200);
    assertThat(html.body()).contains("<b>123456</b>");
    assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("sandbox")
        .contains("default-src 'none'")
        .doesNotContain("allow-scripts");
  }

  @ParameterizedTest
  @CsvSource({"/,200", "/inbox.js,200", "/inbox.css,200", "/else,404", "/api/messages/9/html,404"})
  void servesThePageAndNothingElse(String path, int status) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?limit=x", "?limit=0"})
  void refusesAMalformedQuery(String query) throws Exception {
    assertThat(get("/api/messages" + query).statusCode()).isEqualTo(400);
  }

  private int statusWhenKnown(String tag) throws Exception {
    HttpRequest request = request("/api/messages").header("If-None-Match", tag).build();
    return client.send(request, BodyHandlers.ofString()).statusCode();
  }

  private List<JsonObject> listed(String query) throws Exception {
    return JsonObject.parseAll(get("/api/messages" + query).body());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> text(String token, String form) throws Exception {
    String credentials =
        Base64.getEncoder()
            .encodeToString((ACCOUNT + ":" + token).getBytes(StandardCharsets.UTF_8));
    return client.send(
        request(MESSAGES)
            .header("Authorization", "Basic " + credentials)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + inbox.httpPort() + path));
  }

  private void send(String... recipients) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", "127.0.0.1");
    properties.setProperty("mail.smtp.port", String.valueOf(smtpPort));
    MimeMessage mail = new MimeMessage(Session.getInstance(properties));
    mail.setFrom("no-reply@nanospace.com");
    for (String recipient : recipients) {
      mail.addRecipient(RecipientType.TO, new InternetAddress(recipient));
    }
    mail.setSubject("Your code");
    MimeBodyPart text = new MimeBodyPart();
    text.setText("123456", "UTF-8");
    MimeBodyPart html = new MimeBodyPart();
    html.setContent("<p>Your code is <b>123456</b></p>", "text/html; charset=UTF-8");
    mail.setContent(new MimeMultipart("alternative", text, html));
    Transport.send(mail);
  }
}
