package com.nanospace.local.process;

import java.io.IOException;
import java.nio.file.Path;

/** All processes of this run: on the list for a later start, and with the watchdog. */
public final class Processes implements AutoCloseable {
  private final ProcessList list;
  private final Watchdog watchdog;

  private Processes(ProcessList list, Watchdog watchdog) {
    this.list = list;
    this.watchdog = watchdog;
  }

  public static Processes in(Path file) throws IOException {
    ProcessList list = new ProcessList(file);
    list.add("launcher", ProcessHandle.current());
    return new Processes(list, Watchdog.start());
  }

  public synchronized void add(String name, ProcessHandle process) {
    watchdog.add(process.pid());
    list.add(name, process);
    onEnd(process, () -> watchdog.remove(process.pid()));
  }

  /** Takes one off the list that ended as it should. */
  public synchronized void remove(String name) {
    list.remove(name);
  }

  /**
   * Does something when a process has ended, whether it is a child of this one or not. Each action
   * has a thread of its own, so that it may take its time.
   */
  public static void onEnd(ProcessHandle process, Runnable action) {
    var unused = process.onExit().thenRun(() -> Thread.startVirtualThread(action));
  }

  /** To be called when all of them have ended. */
  @Override
  public void close() throws IOException {
    watchdog.close();
    list.delete();
  }
}
