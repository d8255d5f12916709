package com.nanospace.local.broker;

import com.nanospace.local.CannotRun;
import com.nanospace.local.DataFolder;
import com.nanospace.local.Installation;
import com.nanospace.local.process.Child;
import com.nanospace.local.process.JavaCommand;
import com.nanospace.local.process.Jvm;
import com.nanospace.local.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The broker as the launcher sees it: a child process and the address it listens on. */
public final class KafkaBroker {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

  private final Installation installation;
  private final DataFolder data;
  private final Jvm jvm;
  private final int port;
  private final int controllerPort;
  private @Nullable Child child;

  public KafkaBroker(
      Installation installation, DataFolder data, Jvm jvm, int port, int controllerPort) {
    this.installation = installation;
    this.data = data;
    this.jvm = jvm;
    this.port = port;
    this.controllerPort = controllerPort;
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Starts it and waits until every topic exists. */
  public Child start(Processes processes) throws IOException, InterruptedException {
    Path ready = data.run().resolve("kafka.ready");
    Files.deleteIfExists(ready);
    Child started = Child.start(command(ready), Map.of(), data.log("kafka"));
    child = started;
    processes.add("kafka", started.handle());
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (Files.notExists(ready)) {
      if (!started.isAlive() || System.nanoTime() > deadline) {
        throw new CannotRun("Kafka did not start; see " + data.log("kafka"));
      }
      Thread.sleep(25);
    }
    return started;
  }

  public void stop() throws InterruptedException {
    if (child != null) {
      child.stop(STOP_PATIENCE);
    }
  }

  private java.util.List<String> command(Path ready) throws IOException {
    return JavaCommand.of(
        jvm.options("kafka", 128),
        "-cp",
        JavaCommand.classPath(installation.classes(), installation.brokerLibraries()),
        BrokerMain.class.getName(),
        data.kafka().toString(),
        String.valueOf(port),
        String.valueOf(controllerPort),
        ready.toString());
  }
}
