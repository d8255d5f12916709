package com.nanospace.local;

import com.nanospace.local.balance.Balancer;
import com.nanospace.local.broker.KafkaBroker;
import com.nanospace.local.demo.DemoLoad;
import com.nanospace.local.inbox.Inbox;
import com.nanospace.local.keys.Secrets;
import com.nanospace.local.postgres.PostgresServer;
import com.nanospace.local.process.Child;
import com.nanospace.local.process.Jvm;
import com.nanospace.local.process.Ports;
import com.nanospace.local.process.Processes;
import com.nanospace.local.process.Program;
import com.nanospace.local.service.Layout;
import com.nanospace.local.service.Replica;
import com.nanospace.local.service.Service;
import com.nanospace.local.service.ServiceProcess;
import com.nanospace.local.service.Wiring;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** The whole suite, started in the order in which its parts need each other. */
final class Stack {
  static final String PROCESS_LIST = "processes.json";
  static final String LAUNCHER = "launcher";
  private static final String POSTGRES = "postgresql";

  private final Installation installation;
  private final UpOptions options;
  private final DataFolder data;
  private final Console console;
  private final Shutdown shutdown;
  private final Secrets secrets;
  private final Ports ports = new Ports();
  private final CountDownLatch end = new CountDownLatch(1);

  Stack(Installation installation, UpOptions options, Console console, Shutdown shutdown) {
    this.installation = installation;
    this.options = options;
    this.data = options.data();
    this.console = console;
    this.shutdown = shutdown;
    this.secrets = new Secrets(data.keys());
  }

  /** Starts everything and returns where it is reached. */
  Addresses start() throws IOException, InterruptedException {
    Parts parts = prepare();
    startBackends(parts);
    Jvm jvm = Jvm.withCachesIn(installation.classCaches());
    train(trained(jvm.training(), parts), parts.processes());
    openBalancers(parts.layout());
    Fleet fleet =
        new Fleet(services(jvm, parts), parts.processes(), console, Duration.ofSeconds(1));
    shutdown.add("services", fleet::stop);
    new Together(console, "ready").run(fleet.startSteps());

    Addresses addresses = parts.addresses();
    if (options.demo()) {
      loadDemo(addresses, parts.processes());
    }
    shutdown.add("", () -> Addresses.forget(data));
    addresses.write(data);
    return addresses;
  }

  /** Prepares quick starts and starts no more than that takes. */
  void train() throws IOException, InterruptedException {
    Parts parts = prepare();
    startBackends(parts);
    Jvm jvm = Jvm.withCachesIn(installation.classCaches());
    train(trained(jvm.training(), parts), parts.processes());
  }

  /** Blocks until a part that nothing works without has ended. */
  void awaitEnd() throws InterruptedException {
    end.await();
  }

  /** What a start works with, none of it running yet but the inbox. */
  private record Parts(
      PostgresServer postgres,
      KafkaBroker.Listeners listeners,
      Layout layout,
      Wiring wiring,
      String inbox,
      Processes processes) {

    Addresses addresses() {
      return Addresses.of(layout, inbox, postgres.url(""), listeners.bootstrapServers());
    }
  }

  private Parts prepare() throws IOException, InterruptedException {
    int gatewayPort = chosen(options.port(), "--port");
    int inboxPort = chosen(options.inboxPort(), "--inbox-port");
    new LogFiles(data).rotate();
    PostgresServer postgres = new PostgresServer(data, installation.cache(), secrets, ports.free());
    if (options.fresh()) {
      postgres.stop();
      data.empty();
    }
    secrets.complete();
    Processes processes = Processes.in(data.run().resolve(PROCESS_LIST));
    shutdown.add("", processes::close);

    int smtpPort = ports.free();
    startInbox(inboxPort, smtpPort);
    String inbox = "http://localhost:" + inboxPort;
    KafkaBroker.Listeners listeners = new KafkaBroker.Listeners(ports.free(), ports.free());
    Layout layout = layout(new InetSocketAddress(options.host(), gatewayPort));
    Wiring wiring =
        new Wiring(layout, postgres, listeners.bootstrapServers(), smtpPort, inbox, secrets, data);
    return new Parts(postgres, listeners, layout, wiring, inbox, processes);
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
    shutdown.add("", inbox::close);
  }

  private void startBackends(Parts parts) throws IOException, InterruptedException {
    Jvm jvm = Jvm.withCachesIn(installation.classCaches());
    Program kafka = kafka(jvm, parts.listeners());
    shutdown.add(POSTGRES, parts.postgres()::stop);
    shutdown.add(kafka.label(), kafka::stop);

    train(List.of(kafka(jvm.training(), parts.listeners())), parts.processes());
    new Together(console, "ready")
        .run(
            List.of(
                new Together.Step(POSTGRES, () -> startPostgres(parts)),
                new Together.Step(kafka.label(), () -> startKafka(kafka, parts.processes()))));
  }

  private void train(List<Program> programs, Processes processes)
      throws IOException, InterruptedException {
    List<Program> untrained = programs.stream().filter(program -> !program.isTrained()).toList();
    if (options.training() != Training.When.NEVER && !untrained.isEmpty()) {
      console.line("  once after a build, a trial run prepares quick starts:");
      Training training = new Training(untrained, processes, console);
      shutdown.add("", training::abort);
      try {
        training.run();
      } catch (CannotRun e) {
        training.abort();
        if (shutdown.hasBegun() || options.training() == Training.When.ONLY) {
          throw e;
        }
        console.problem(e.getMessage() + "; going on without quick starts");
      }
    }
  }

  private void loadDemo(Addresses addresses, Processes processes)
      throws IOException, InterruptedException {
    DemoLoad load = new DemoLoad(installation, data);
    shutdown.add("", load::abort);
    new Together(console, "loaded")
        .run(
            List.of(
                new Together.Step(
                    "demonstration data",
                    () -> load.run(addresses.gateway(), addresses.inbox(), processes))));
  }

  private void startPostgres(Parts parts) throws IOException, InterruptedException {
    parts.postgres().start(parts.layout().databases());
    ProcessHandle process =
        parts
            .postgres()
            .process()
            .orElseThrow(() -> new CannotRun("PostgreSQL ended right after its start"));
    parts.processes().add(POSTGRES, process);
    Processes.onEnd(process, () -> ended(POSTGRES));
  }

  private void startKafka(Program kafka, Processes processes)
      throws IOException, InterruptedException {
    Child child = kafka.start(processes);
    child.onEnd(() -> ended(kafka.label()));
  }

  private void ended(String label) {
    if (!shutdown.hasBegun()) {
      console.problem(
          "%s has ended, and nothing works without it; see %s".formatted(label, data.log(label)));
      end.countDown();
    }
  }

  private Program kafka(Jvm jvm, KafkaBroker.Listeners listeners) {
    return new KafkaBroker(installation, data, jvm, listeners);
  }

  private List<Program> services(Jvm jvm, Parts parts) {
    return programs(parts.layout().replicas().stream(), jvm, parts.wiring());
  }

  /** One process of each service shows which classes they need. */
  private List<Program> trained(Jvm jvm, Parts parts) {
    return programs(
        parts.layout().replicas().stream().filter(replica -> replica.number() <= 1),
        jvm,
        parts.wiring());
  }

  private List<Program> programs(Stream<Replica> replicas, Jvm jvm, Wiring wiring) {
    return replicas
        .<Program>map(replica -> new ServiceProcess(replica, installation, data, jvm, wiring))
        .toList();
  }

  private Layout layout(InetSocketAddress gateway) {
    return options.replicas() == 1
        ? Layout.single(gateway, ports)
        : Layout.replicated(gateway, options.replicas(), ports);
  }

  private void openBalancers(Layout layout) throws InterruptedException {
    if (!layout.isReplicated()) {
      return;
    }
    for (Service service : Service.values()) {
      Balancer balancer = Balancer.listen(layout.address(service), layout.endpoints(service));
      shutdown.add("", balancer::close);
    }
  }
}
