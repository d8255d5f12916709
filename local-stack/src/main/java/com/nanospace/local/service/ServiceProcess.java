package com.nanospace.local.service;

import com.nanospace.local.CannotRun;
import com.nanospace.local.DataFolder;
import com.nanospace.local.Installation;
import com.nanospace.local.process.Child;
import com.nanospace.local.process.JavaCommand;
import com.nanospace.local.process.Jvm;
import com.nanospace.local.process.Processes;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One service in its JVM. */
public final class ServiceProcess {
  private static final int HEAP_MEGABYTES = 128;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(12);

  private final Service service;
  private final Installation installation;
  private final DataFolder data;
  private final Jvm jvm;
  private final Wiring wiring;
  private @Nullable Child child;

  public ServiceProcess(
      Service service, Installation installation, DataFolder data, Jvm jvm, Wiring wiring) {
    this.service = service;
    this.installation = installation;
    this.data = data;
    this.jvm = jvm;
    this.wiring = wiring;
  }

  public Service service() {
    return service;
  }

  /** Starts it and waits until it is ready for requests. */
  public Child start(Processes processes) throws IOException, InterruptedException {
    Child started =
        Child.start(
            JavaCommand.of(
                jvm.options(service.label(), HEAP_MEGABYTES),
                "-jar",
                installation.service(service.module()).toString()),
            wiring.environment(service, System.getenv()),
            data.log(service.label()));
    child = started;
    processes.add(service.label(), started.handle());
    String readiness = wiring.endpoint(service).readiness();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!Readiness.of(readiness)) {
      if (!started.isAlive()) {
        throw new CannotRun(service.label() + " did not start; see " + data.log(service.label()));
      }
      if (System.nanoTime() > deadline) {
        throw new CannotRun(
            "%s was not ready after %d s; see %s"
                .formatted(service.label(), PATIENCE.toSeconds(), data.log(service.label())));
      }
      Thread.sleep(100);
    }
    return started;
  }

  public void stop() throws InterruptedException {
    if (child != null) {
      child.stop(STOP_PATIENCE);
    }
  }
}
