package com.nanospace.local.broker;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * The broker's JVM: formats an empty folder, runs broker and controller, and writes a file once all
 * topics exist. One JVM instead of Kafka's three scripts makes a start seconds shorter.
 */
public final class BrokerMain {
  private static final String CONTROLLER_LISTENER = "CONTROLLER";
  private static final int NODE_ID = 1;
  private static final short ONE_REPLICA = 1;
  // Fixed, so that a format that was cut short can be taken up again.
  private static final String CLUSTER_ID = "bmFub3NwYWNlLWxvY2FsMQ";

  private BrokerMain() {}

  /** Takes the data folder, the broker's port, the controller's port and the file to write. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    int port = Integer.parseInt(arguments[1]);
    int controllerPort = Integer.parseInt(arguments[2]);
    Path ready = Path.of(arguments[3]);

    format(folder);
    KafkaConfig configuration = KafkaConfig.fromProps(properties(folder, port, controllerPort));
    KafkaRaftServer server = new KafkaRaftServer(configuration, Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "stop"));
    server.startup();
    new Topics(Map.of("bootstrap.servers", "127.0.0.1:" + port), ONE_REPLICA)
        .create(TopicSettings.ofContracts());
    Files.createFile(ready);
    server.awaitShutdown();
  }

  private static void format(Path folder) throws Exception {
    new Formatter()
        .setPrintStream(new PrintStream(System.out, true, StandardCharsets.UTF_8))
        .setNodeId(NODE_ID)
        .setClusterId(CLUSTER_ID)
        .addDirectory(folder.toString())
        .setMetadataLogDirectory(folder.toString())
        .setControllerListenerName(CONTROLLER_LISTENER)
        .setIgnoreFormatted(true)
        .run();
  }

  static Properties properties(Path folder, int port, int controllerPort) {
    Map<String, Object> settings = new TreeMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", NODE_ID);
    settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
    settings.put("controller.listener.names", CONTROLLER_LISTENER);
    settings.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:%d,%s://127.0.0.1:%d"
            .formatted(port, CONTROLLER_LISTENER, controllerPort));
    settings.put("log.dirs", folder);
    settings.put("auto.create.topics.enable", false);
    settings.put("log.retention.check.interval.ms", 60_000);
    // 30 days instead of 7: a dead letter stays for 14, and up to 7 more until its segment goes. If
    // how far it was put back is forgotten before, redrive puts all of them back once more.
    settings.put("offsets.retention.minutes", Duration.ofDays(30).toMinutes());
    // A single broker: nothing to replicate to, nobody to wait for.
    settings.put("offsets.topic.replication.factor", 1);
    settings.put("transaction.state.log.replication.factor", 1);
    settings.put("transaction.state.log.min.isr", 1);
    settings.put("share.coordinator.state.topic.replication.factor", 1);
    settings.put("share.coordinator.state.topic.min.isr", 1);
    settings.put("group.initial.rebalance.delay.ms", 0);
    // A laptop's load: the defaults take a third of a gigabyte.
    settings.put("offsets.topic.num.partitions", 4);
    settings.put("transaction.state.log.num.partitions", 2);
    settings.put("num.network.threads", 1);
    settings.put("num.io.threads", 2);
    settings.put("background.threads", 2);
    settings.put("log.segment.bytes", 16 << 20);
    settings.put("log.cleaner.dedupe.buffer.size", 4 << 20);
    settings.put("log.cleaner.io.buffer.size", 64 << 10);
    settings.put("metadata.log.segment.bytes", 8 << 20);
    Properties properties = new Properties();
    settings.forEach((name, value) -> properties.setProperty(name, String.valueOf(value)));
    return properties;
  }
}
