package com.nanospace.local.broker;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;

/** Brings the broker's topics to what the contracts list. */
final class Topics {
  private static final short ONE_REPLICA = 1;

  private final String bootstrap;

  Topics(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  /** Makes the missing topics and updates the settings of the others; deletes nothing. */
  void create(Map<String, TopicSettings> wanted) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      Set<String> existing = admin.listTopics().names().get();
      admin
          .createTopics(
              wanted.values().stream()
                  .filter(topic -> !existing.contains(topic.name()))
                  .map(Topics::newTopic)
                  .toList())
          .all()
          .get();
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
    }
  }

  private static NewTopic newTopic(TopicSettings topic) {
    return new NewTopic(topic.name(), topic.partitions(), ONE_REPLICA)
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
