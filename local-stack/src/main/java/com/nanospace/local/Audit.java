package com.nanospace.local;

import com.nanospace.local.service.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Has all services audit themselves, and tells what they found. */
final class Audit {
  private static final int SOUND = 0;
  private static final int NOT_SOUND = 1;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern SPAN = Pattern.compile("([1-9]\\d{0,5})([smhd])");

  private final Installation installation;
  private final Console console;
  private final Map<String, String> environment;

  Audit(Installation installation, Console console, Map<String, String> environment) {
    this.installation = installation;
    this.console = console;
    this.environment = environment;
  }

  /**
   * What was asked for.
   *
   * @param window how far back to look; {@code null}: as far as the services do by themselves
   */
  record Options(DataFolder data, @Nullable Duration window) {

    static Options parse(List<String> arguments, DataFolder defaultData) {
      DataFolder data = defaultData;
      Duration window = null;
      Iterator<String> rest = Arguments.split(arguments);
      while (rest.hasNext()) {
        String option = rest.next();
        switch (option) {
          case "--data-dir" -> data = new DataFolder(Path.of(Arguments.value(option, rest)));
          case "--window" -> window = span(Arguments.value(option, rest));
          default -> throw new UsageException("there is no option " + option + " here");
        }
      }
      return new Options(data, window);
    }

    private static Duration span(String text) {
      Matcher span = SPAN.matcher(text);
      if (!span.matches()) {
        throw new UsageException("--window takes a time such as 90m, 24h or 7d, not " + text);
      }
      long count = Long.parseLong(span.group(1));
      return switch (span.group(2)) {
        case "s" -> Duration.ofSeconds(count);
        case "m" -> Duration.ofMinutes(count);
        case "h" -> Duration.ofHours(count);
        default -> Duration.ofDays(count);
      };
    }

    String path() {
      return window == null ? "/internal/audit" : "/internal/audit?window=" + window;
    }
  }

  int run(List<String> arguments) throws IOException, InterruptedException {
    Options options = Options.parse(arguments, installation.defaultData());
    AuditTable table = new AuditTable();
    try (OperatorClient services = new OperatorClient(options.data(), environment);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<Service, Future<JsonObject>> replies = new EnumMap<>(Service.class);
      for (Service service : Service.values()) {
        if (service.hasDatabase()) {
          Callable<JsonObject> ask = () -> services.post(service, options.path(), PATIENCE);
          replies.put(service, threads.submit(ask));
        }
      }
      for (var reply : replies.entrySet()) {
        try {
          table.add(reply.getKey(), reply.getValue().get().objects("audits"));
        } catch (ExecutionException e) {
          table.addSilent(reply.getKey(), reason(e));
        }
      }
    }
    table.lines().forEach(console::line);
    return table.isSound() ? SOUND : NOT_SOUND;
  }

  private static String reason(ExecutionException failed) {
    Throwable cause = Objects.requireNonNullElse(failed.getCause(), failed);
    return String.valueOf(cause.getMessage());
  }
}
