package com.nanospace.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the person at the terminal sees: plain lines, with a little colour on a real terminal. */
public final class Console {
  private static final int LABEL_WIDTH = 22;

  private final PrintStream out;
  private final boolean colours;

  public Console(PrintStream out, boolean colours) {
    this.out = out;
    this.colours = colours;
  }

  /** The console of this process; the script says whether it is a terminal. */
  static Console ofThisProcess() {
    return new Console(System.out, Boolean.getBoolean("nanospace.terminal"));
  }

  public synchronized void line(String text) {
    out.println(text);
    out.flush();
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
    return colours ? "\033[" + code + "m" + text + "\033[0m" : text;
  }
}
