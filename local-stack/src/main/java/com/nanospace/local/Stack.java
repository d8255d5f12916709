package com.nanospace.local;

import com.nanospace.local.broker.KafkaBroker;
import com.nanospace.local.inbox.Inbox;
import com.nanospace.local.keys.Secrets;
import com.nanospace.local.postgres.PostgresServer;
import com.nanospace.local.process.Child;
import com.nanospace.local.process.Jvm;
import com.nanospace.local.process.Ports;
import com.nanospace.local.process.Processes;
import com.nanospace.local.service.Admin;
import com.nanospace.local.service.Endpoint;
import com.nanospace.local.service.Service;
import com.nanospace.local.service.ServiceProcess;
import com.nanospace.local.service.Wiring;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The whole suite: started in the order in which its parts need each other, stopped in reverse. */
final class Stack {
  static final String PROCESS_LIST = "processes.json";
  static final String LAUNCHER = "launcher";

  private final Installation installation;
  private final UpOptions options;
  private final DataFolder data;
  private final Console console;
  private final Secrets secrets;
  private final Ports ports = new Ports();
  private final Jvm jvm = new Jvm();
  private final CountDownLatch end = new CountDownLatch(1);
  private final Deque<Stopping> stops = new ArrayDeque<>();
  private boolean stopping;

  /** Undoes one step of the start. */
  private record Stopping(String label, Together.Work work) {}

  Stack(Installation installation, UpOptions options, Console console) {
    this.installation = installation;
    this.options = options;
    this.data = options.data();
    this.console = console;
    this.secrets = new Secrets(data.keys());
  }

  void start() throws IOException, InterruptedException {
    long begin = System.nanoTime();
    int gatewayPort = chosen(options.port(), "--port");
    int inboxPort = chosen(options.inboxPort(), "--inbox-port");
    console.heading("Nano Space is starting");
    if (options.fresh()) {
      data.empty();
    }
    new LogFiles(data).rotate();
    secrets.complete();
    Processes processes = Processes.in(data.run().resolve(PROCESS_LIST));
    onStop("", processes::close);

    int smtpPort = ports.free();
    startInbox(inboxPort, smtpPort);
    KafkaBroker kafka = new KafkaBroker(installation, data, jvm, ports.free(), ports.free());
    PostgresServer postgres = new PostgresServer(data, installation.cache(), secrets, ports.free());
    onStop("PostgreSQL", postgres::stop);
    onStop("Kafka", kafka::stop);
    new Together(console)
        .run(
            List.of(
                new Together.Step("PostgreSQL", () -> startPostgres(postgres, processes)),
                new Together.Step("Kafka", () -> startKafka(kafka, processes))));

    String inbox = "http://localhost:" + inboxPort;
    Wiring wiring =
        new Wiring(
            endpoints(gatewayPort),
            postgres,
            kafka.bootstrapServers(),
            smtpPort,
            inbox,
            secrets,
            data);
    Fleet fleet = new Fleet(serviceProcesses(wiring), processes, console);
    onStop("services", fleet::stop);
    new Together(console).run(fleet.startSteps());

    Admin admin = Admin.of(System.getenv());
    Addresses addresses =
        Addresses.of(wiring, inbox, admin, postgres.url(""), kafka.bootstrapServers());
    onStop("", () -> Addresses.forget(data));
    addresses.write(data);
    showReady(addresses, admin, Duration.ofNanos(System.nanoTime() - begin));
  }

  /** Blocks until a part that nothing works without has ended. */
  void awaitEnd() throws InterruptedException {
    end.await();
  }

  synchronized boolean isStopping() {
    return stopping;
  }

  /** Stops what was started, the last first; safe to call in the middle of a start. */
  void stop() {
    List<Stopping> work;
    synchronized (this) {
      stopping = true;
      work = List.copyOf(stops);
    }
    for (Stopping step : work) {
      long begin = System.nanoTime();
      try {
        step.work().run();
        if (!step.label().isEmpty()) {
          console.step(step.label(), "stopped", Duration.ofNanos(System.nanoTime() - begin));
        }
      } catch (IOException e) {
        console.problem(step.label() + " can't be stopped: " + e.getMessage());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Has a step undone by {@link #stop}; steps without a label are undone silently. */
  synchronized void onStop(String label, Together.Work work) throws InterruptedException {
    if (stopping) {
      throw new InterruptedException("the suite is being stopped");
    }
    stops.addFirst(new Stopping(label, work));
  }

  private int chosen(int port, String option) {
    if (port == 0) {
      return ports.free();
    }
    if (!Ports.isFree(port)) {
      throw new CannotRun("Port %d is taken; choose another with %s".formatted(port, option));
    }
    return port;
  }

  private void startInbox(int port, int smtpPort) throws IOException, InterruptedException {
    System.setProperty("org.slf4j.simpleLogger.logFile", data.log("inbox").toString());
    Inbox inbox =
        Inbox.start(
            new Inbox.Settings(
                new InetSocketAddress(options.host(), port),
                smtpPort,
                Wiring.TWILIO_ACCOUNT,
                secrets.secret("twilio")),
            data.inbox());
    onStop("", inbox::close);
  }

  private void startPostgres(PostgresServer postgres, Processes processes)
      throws IOException, InterruptedException {
    postgres.start(Service.databases());
    ProcessHandle process =
        postgres
            .process()
            .orElseThrow(() -> new CannotRun("PostgreSQL ended right after its start"));
    processes.add("postgresql", process);
    Processes.onEnd(process, () -> ended("PostgreSQL", "postgresql"));
  }

  private void startKafka(KafkaBroker kafka, Processes processes)
      throws IOException, InterruptedException {
    Child child = kafka.start(processes);
    child.onEnd(() -> ended("Kafka", "kafka"));
  }

  private void ended(String label, String log) {
    if (!isStopping()) {
      console.problem(
          "%s has ended, and nothing works without it; see %s".formatted(label, data.log(log)));
      end.countDown();
    }
  }

  private Map<Service, Endpoint> endpoints(int gatewayPort) {
    Map<Service, Endpoint> endpoints = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      boolean gateway = service == Service.GATEWAY;
      endpoints.put(
          service,
          new Endpoint(
              gateway ? options.host() : "127.0.0.1",
              gateway ? gatewayPort : ports.free(),
              ports.free()));
    }
    return endpoints;
  }

  private List<ServiceProcess> serviceProcesses(Wiring wiring) {
    return Arrays.stream(Service.values())
        .map(service -> new ServiceProcess(service, installation, data, jvm, wiring))
        .toList();
  }

  private void showReady(Addresses addresses, Admin admin, Duration took) {
    console.line("");
    console.heading("Nano Space is ready after" + Console.seconds(took));
    console.line("");
    console.fact("gateway", addresses.gateway());
    console.fact("API documentation", addresses.gateway() + "/docs");
    console.fact("inbox", addresses.inbox());
    console.fact("admin", admin.email() + " / " + admin.password());
    console.fact("logs", data.logs().toString());
    console.line("");
    console.line("Ctrl-C stops everything; the data stays.");
  }
}
