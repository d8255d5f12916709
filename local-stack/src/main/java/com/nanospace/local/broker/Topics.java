package com.nanospace.local.broker;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;

/** Brings the topics of a cluster to what the contracts list. */
final class Topics {
  private final Map<String, Object> client;
  private final short replication;

  /** Takes how to reach the cluster and the number of replicas of a new topic. */
  Topics(Map<String, Object> client, short replication) {
    this.client = client;
    this.replication = replication;
  }

  /**
   * Makes the missing topics and returns their names; updates the settings of the others and
   * deletes nothing.
   */
  List<String> create(Map<String, TopicSettings> wanted)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(client)) {
      Set<String> existing = admin.listTopics().names().get();
      List<NewTopic> missing =
          wanted.values().stream()
              .filter(topic -> !existing.contains(topic.name()))
              .map(this::newTopic)
              .toList();
      admin.createTopics(missing).all().get();
      admin
          .incrementalAlterConfigs(
              wanted.values().stream()
                  .filter(topic -> existing.contains(topic.name()))
                  .filter(topic -> !topic.configuration().isEmpty())
                  .collect(
                      Collectors.toMap(
                          topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                          Topics::changes)))
          .all()
          .get();
      return missing.stream().map(NewTopic::name).toList();
    }
  }

  private NewTopic newTopic(TopicSettings topic) {
    return new NewTopic(topic.name(), topic.partitions(), replication)
        .configs(topic.configuration());
  }

  private static Collection<AlterConfigOp> changes(TopicSettings topic) {
    return topic.configuration().entrySet().stream()
        .map(
            setting ->
                new AlterConfigOp(
                    new ConfigEntry(setting.getKey(), setting.getValue()),
                    AlterConfigOp.OpType.SET))
        .toList();
  }
}
