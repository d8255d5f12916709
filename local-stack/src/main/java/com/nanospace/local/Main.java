package com.nanospace.local;

import java.io.IOException;
import java.util.List;

/** The command behind {@code ./nanospace}. */
public final class Main {
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    Console console = Console.ofThisProcess();
    int status;
    try {
      status = run(List.of(arguments), console);
    } catch (UsageException e) {
      console.problem(e.getMessage() + "; see ./nanospace help");
      status = WRONG_USAGE;
    } catch (CannotRun | IOException e) {
      console.problem(String.valueOf(e.getMessage()));
      status = FAILED;
    }
    System.exit(status);
  }

  private static int run(List<String> arguments, Console console)
      throws IOException, InterruptedException {
    Installation installation = Installation.ofThisProcess();
    String command = arguments.isEmpty() ? "nothing" : arguments.getFirst();
    List<String> rest = arguments.stream().skip(1).toList();
    return switch (command) {
      case "up" -> new Up(installation, console).run(rest);
      case "status" -> new Status(installation, console).run(rest);
      case "logs" -> new Logs(installation).run(rest);
      case "stop" -> new Stop(installation, console).run(rest);
      case "keys" -> new MakeKeys(console).run(rest);
      case "rebuild-listings" ->
          new RebuildListings(installation, console, System.getenv()).run(rest);
      case "audit" -> new Audit(installation, console, System.getenv()).run(rest);
      case "redrive" -> new Redrive(installation).run(rest);
      case "topics" -> new MakeTopics(installation).run(rest);
      default -> throw new UsageException("nanospace does not know " + command);
    };
  }
}
