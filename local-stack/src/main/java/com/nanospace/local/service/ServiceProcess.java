package com.nanospace.local.service;

import com.nanospace.local.CannotRun;
import com.nanospace.local.DataFolder;
import com.nanospace.local.Installation;
import com.nanospace.local.process.Child;
import com.nanospace.local.process.JavaCommand;
import com.nanospace.local.process.Jvm;
import com.nanospace.local.process.Processes;
import com.nanospace.local.process.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One process of a service, in its JVM. */
public final class ServiceProcess implements Program {
  private static final int HEAP_MEGABYTES = 128;

  private final Replica replica;
  private final Installation installation;
  private final DataFolder data;
  private final Jvm jvm;
  private final Wiring wiring;
  private final Duration patience;
  private volatile @Nullable Child child;

  public ServiceProcess(
      Replica replica, Installation installation, DataFolder data, Jvm jvm, Wiring wiring) {
    this(replica, installation, data, jvm, wiring, jvm.startPatience());
  }

  ServiceProcess(
      Replica replica,
      Installation installation,
      DataFolder data,
      Jvm jvm,
      Wiring wiring,
      Duration patience) {
    this.replica = replica;
    this.installation = installation;
    this.data = data;
    this.jvm = jvm;
    this.wiring = wiring;
    this.patience = patience;
  }

  @Override
  public String label() {
    return replica.label();
  }

  @Override
  public boolean isTrained() {
    return jvm.isTrained(replica.service().label(), jars());
  }

  @Override
  public Child start(Processes processes) throws IOException, InterruptedException {
    Child started =
        Child.start(
            JavaCommand.of(
                jvm.options(replica.service().label(), jars(), HEAP_MEGABYTES),
                "-jar",
                jars().getFirst().toString()),
            wiring.environment(replica, System.getenv()),
            data.log(label()));
    child = started;
    processes.add(label(), started.handle());
    String readiness = replica.endpoint().readiness();
    long deadline = System.nanoTime() + patience.toNanos();
    while (!Readiness.of(readiness)) {
      if (!started.isAlive()) {
        throw new CannotRun(label() + " did not start; see " + data.log(label()));
      }
      if (System.nanoTime() > deadline) {
        // Whoever starts it once more needs its port, and would take its readiness for that of
        // the new one.
        started.stop(jvm.stopPatience());
        throw new CannotRun(
            "%s was not ready after %d s; see %s"
                .formatted(label(), patience.toSeconds(), data.log(label())));
      }
      Thread.sleep(100);
    }
    return started;
  }

  @Override
  public void stop() throws InterruptedException {
    Child running = child;
    if (running != null) {
      running.stop(jvm.stopPatience());
    }
  }

  @Override
  public void kill() {
    Child running = child;
    if (running != null) {
      running.kill();
    }
  }

  private List<Path> jars() {
    return List.of(installation.service(replica.service().module()));
  }
}
