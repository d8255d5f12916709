package com.nanospace.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * What the person at the terminal sees: plain lines, with a little colour and motion on a terminal.
 */
public final class Console {
  private static final int LABEL_WIDTH = 22;

  private static final String START_OF_LINE = "\r\033[K";

  private final PrintStream out;
  private final boolean terminal;

  public Console(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** The console of this process; the script says whether it is a terminal. */
  static Console ofThisProcess() {
    return new Console(System.out, Boolean.getBoolean("nanospace.terminal"));
  }

  public synchronized void line(String text) {
    out.println(terminal ? START_OF_LINE + text : text);
    out.flush();
  }

  /** What is being waited for, in a line that the next one replaces; only on a terminal. */
  public synchronized void waiting(String text) {
    if (terminal) {
      out.print(START_OF_LINE + paint("2", text));
      out.flush();
    }
  }

  public synchronized void heading(String text) {
    line(paint("1", text));
  }

  /** A step that is done, and how long it took. */
  public void step(String label, String outcome, Duration took) {
    line(
        "  %s %s %s"
            .formatted(
                pad(label), paint("32", "%-8s".formatted(outcome)), paint("2", seconds(took))));
  }

  public void fact(String label, String value) {
    line("  %s %s".formatted(pad(label), value));
  }

  public void problem(String text) {
    line(paint("31", text));
  }

  public static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%5.1f s", duration.toMillis() / 1_000.0);
  }

  private static String pad(String label) {
    return String.format(Locale.ROOT, "%-" + LABEL_WIDTH + "s", label);
  }

  private String paint(String code, String text) {
    return terminal ? "\033[" + code + "m" + text + "\033[0m" : text;
  }
}
