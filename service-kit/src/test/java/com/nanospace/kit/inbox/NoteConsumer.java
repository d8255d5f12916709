package com.nanospace.kit.inbox;

import com.nanospace.kit.Ids;
import com.nanospace.kit.Notes;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
public class NoteConsumer {

  record Noted(String text) {}

  private final EventIntake intake;
  private final Notes notes;

  NoteConsumer(EventIntake intake, Notes notes) {
    this.intake = intake;
    this.notes = notes;
  }

  @Incoming("notes")
  @Blocking
  void on(ConsumerRecord<String, byte[]> record) {
    intake.take("kit", record, this::apply);
  }

  private void apply(ReceivedEvent event) {
    Noted noted = event.as(Noted.class);
    if (noted.text().startsWith("poison")) {
      throw new IllegalArgumentException("This one can't be handled");
    }
    if (noted.text().startsWith("stop")) {
      throw new LeftForLater();
    }
    notes.add(Ids.next(), noted.text());
  }
}
