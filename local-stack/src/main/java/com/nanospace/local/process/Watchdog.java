package com.nanospace.local.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A shell that outlives the launcher by seconds: it reads from a pipe which processes run, and when
 * the pipe breaks, because the launcher was killed, it ends them. Works wherever there is a POSIX
 * shell.
 */
public final class Watchdog implements AutoCloseable {
  private final Process shell;
  private final OutputStream pipe;

  private Watchdog(Process shell) {
    this.shell = shell;
    this.pipe = shell.getOutputStream();
  }

  public static Watchdog start() throws IOException {
    Process shell =
        new ProcessBuilder("/bin/sh", "-c", script())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new Watchdog(shell);
  }

  public void add(long pid) {
    tell("add " + pid);
  }

  public void remove(long pid) {
    tell("remove " + pid);
  }

  public long pid() {
    return shell.pid();
  }

  private synchronized void tell(String line) {
    try {
      pipe.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
      pipe.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the watchdog is gone", e);
    }
  }

  /** Ends the watchdog, and with it whatever was added and not removed. */
  @Override
  public void close() throws IOException {
    pipe.close();
  }

  private static String script() throws IOException {
    try (InputStream script = Watchdog.class.getResourceAsStream("watchdog.sh")) {
      if (script == null) {
        throw new IOException("watchdog.sh is missing from the launcher");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
