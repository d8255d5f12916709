package com.nanospace.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatchdogTest {
  @Test
  void endsWhatItWatchesWhenThePipeBreaks() throws Exception {
    Process watched = process("exec sleep 60");
    Process released = process("exec sleep 60");
    Watchdog watchdog = Watchdog.start();
    watchdog.add(watched.pid());
    watchdog.add(released.pid());
    watchdog.remove(released.pid());
    ProcessHandle shell = ProcessHandle.of(watchdog.pid()).orElseThrow();

    watchdog.close(); // as the operating system does when the launcher is killed

    assertThat(watched.waitFor(5, TimeUnit.SECONDS)).isTrue();
    shell.onExit().get(5, TimeUnit.SECONDS);
    assertThat(released.isAlive()).isTrue();
    released.destroyForcibly();
  }

  @Test
  void killsWhatDoesNotEndWhenAsked() throws Exception {
    Process stubborn = process("trap '' TERM; while :; do sleep 1; done");
    Watchdog watchdog = Watchdog.start();
    watchdog.add(stubborn.pid());

    watchdog.close();

    assertThat(stubborn.waitFor(15, TimeUnit.SECONDS)).isTrue();
  }

  private static Process process(String script) throws IOException {
    return new ProcessBuilder("/bin/sh", "-c", script).start();
  }
}
