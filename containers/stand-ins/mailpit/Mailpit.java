import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * Speaks SMTP on port 1025 and, on 8025, the part of Mailpit's documented API that the checks use:
 * {@code GET /api/v1/messages}, {@code /api/v1/search?query=to:…} and {@code /api/v1/message/{ID}}.
 */
final class Mailpit {
  private record Address(String name, String address) {
    Map<String, String> json() {
      return Map.of("Name", name, "Address", address);
    }
  }

  private record Mail(
      String id, Instant created, Address from, List<Address> to, String subject, String text,
      String html) {
    boolean isTo(String recipient) {
      return to.stream().anyMatch(one -> one.address().toLowerCase(Locale.ROOT).contains(recipient));
    }

    Map<String, Object> summary() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("ID", id);
      json.put("From", from.json());
      json.put("To", to.stream().map(Address::json).toList());
      json.put("Subject", subject);
      json.put("Created", created.toString());
      return json;
    }

    Map<String, Object> whole() {
      Map<String, Object> json = summary();
      json.put("Date", json.remove("Created"));
      json.put("Text", text);
      json.put("HTML", html);
      return json;
    }
  }

  private static final List<Mail> MAILS = new CopyOnWriteArrayList<>();

  public static void main(String[] arguments) throws IOException {
    SMTPServer.port(1025).messageHandlerFactory(context -> new Delivery()).build().start();
    HttpServer http = HttpServer.create(new InetSocketAddress(8025), 0);
    http.createContext("/", Mailpit::answer);
    http.start();
  }

  private static final class Delivery implements MessageHandler {
    @Override
    public void from(String sender) {
      // the mail itself says who sent it
    }

    @Override
    public void recipient(String recipient) {
      // and to whom
    }

    @Override
    public String data(InputStream raw) throws IOException, RejectException {
      try {
        MAILS.add(mail(new MimeMessage(null, raw)));
        return null;
      } catch (MessagingException e) {
        throw new RejectException(554, "This is not a mail: " + e.getMessage());
      }
    }

    @Override
    public void done() {
      // nothing is kept between mails
    }
  }

  private static Mail mail(MimeMessage message) throws MessagingException, IOException {
    return new Mail(
        UUID.randomUUID().toString(),
        Instant.now(),
        address((InternetAddress) message.getFrom()[0]),
        Arrays.stream(message.getRecipients(RecipientType.TO))
            .map(one -> address((InternetAddress) one))
            .toList(),
        message.getSubject(),
        part(message, "text/plain"),
        part(message, "text/html"));
  }

  private static Address address(InternetAddress address) {
    return new Address(
        address.getPersonal() == null ? "" : address.getPersonal(), address.getAddress());
  }

  private static String part(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return part.getContent().toString();
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart one = parts.getBodyPart(i);
        String found = part(one, type);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/readyz") || path.equals("/livez")) {
      reply(exchange, 200, Map.of());
    } else if (path.equals("/api/v1/messages")) {
      reply(exchange, 200, list(mail -> true));
    } else if (path.equals("/api/v1/search")) {
      reply(exchange, 200, list(matching(exchange.getRequestURI().getRawQuery())));
    } else if (path.startsWith("/api/v1/message/")) {
      String id = path.substring("/api/v1/message/".length());
      var mail = MAILS.stream().filter(one -> one.id().equals(id)).findFirst();
      reply(exchange, mail.isPresent() ? 200 : 404, mail.map(Mail::whole).orElse(Map.of()));
    } else {
      reply(exchange, 404, Map.of());
    }
  }

  private static Predicate<Mail> matching(String rawQuery) {
    String query =
        Stream.of(rawQuery.split("&"))
            .filter(parameter -> parameter.startsWith("query="))
            .map(parameter -> parameter.substring("query=".length()))
            .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
            .findFirst()
            .orElse("");
    if (!query.startsWith("to:")) {
      return mail -> false;
    }
    String recipient = query.substring(3).replace("\"", "").strip().toLowerCase(Locale.ROOT);
    return mail -> mail.isTo(recipient);
  }

  private static Map<String, Object> list(Predicate<Mail> wanted) {
    List<Map<String, Object>> found =
        MAILS.stream()
            .filter(wanted)
            .sorted(Comparator.comparing(Mail::created).reversed())
            .map(Mail::summary)
            .toList();
    return Map.of(
        "total", MAILS.size(), "messages_count", found.size(), "start", 0, "messages", found);
  }

  private static void reply(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] json = JSON.std.asBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, json.length);
    try (var out = exchange.getResponseBody()) {
      out.write(json);
    }
  }
}
