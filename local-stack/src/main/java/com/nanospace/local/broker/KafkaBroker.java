package com.nanospace.local.broker;

import com.nanospace.local.CannotRun;
import com.nanospace.local.DataFolder;
import com.nanospace.local.Installation;
import com.nanospace.local.process.Child;
import com.nanospace.local.process.JavaCommand;
import com.nanospace.local.process.Jvm;
import com.nanospace.local.process.Processes;
import com.nanospace.local.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The broker as the launcher sees it: a child process and the address it listens on. */
public final class KafkaBroker implements Program {
  private static final int HEAP_MEGABYTES = 128;
  private static final String LABEL = "kafka";

  private final Installation installation;
  private final DataFolder data;
  private final Jvm jvm;
  private final Listeners listeners;
  private volatile @Nullable Child child;

  /** The ports of the broker and of its controller, both on the loopback address. */
  public record Listeners(int port, int controllerPort) {
    public String bootstrapServers() {
      return "127.0.0.1:" + port;
    }
  }

  public KafkaBroker(Installation installation, DataFolder data, Jvm jvm, Listeners listeners) {
    this.installation = installation;
    this.data = data;
    this.jvm = jvm;
    this.listeners = listeners;
  }

  @Override
  public String label() {
    return LABEL;
  }

  @Override
  public boolean isTrained() {
    return jvm.isTrained(LABEL, jars());
  }

  /** Starts it and waits until every topic exists. */
  @Override
  public Child start(Processes processes) throws IOException, InterruptedException {
    Path ready = data.run().resolve("kafka.ready");
    Files.deleteIfExists(ready);
    Child started = Child.start(command(ready), Map.of(), data.log(LABEL));
    child = started;
    processes.add(LABEL, started.handle());
    long deadline = System.nanoTime() + jvm.startPatience().toNanos();
    while (Files.notExists(ready)) {
      if (!started.isAlive() || System.nanoTime() > deadline) {
        throw new CannotRun("Kafka did not start; see " + data.log(LABEL));
      }
      Thread.sleep(25);
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
    return List.of(installation.classes(), installation.brokerLibraries());
  }

  private List<String> command(Path ready) throws IOException {
    return JavaCommand.of(
        jvm.options(LABEL, jars(), HEAP_MEGABYTES),
        "-cp",
        JavaCommand.classPath(installation.classes(), installation.brokerLibraries()),
        BrokerMain.class.getName(),
        data.kafka().toString(),
        String.valueOf(listeners.port()),
        String.valueOf(listeners.controllerPort()),
        ready.toString());
  }
}
