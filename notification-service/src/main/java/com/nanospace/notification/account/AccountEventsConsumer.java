package com.nanospace.notification.account;

import com.nanospace.kit.inbox.EventIntake;
import com.nanospace.kit.inbox.ReceivedEvent;
import com.nanospace.notification.contact.ContactState;
import com.nanospace.notification.contact.Contacts;
import com.nanospace.notification.delivery.Notify;
import com.nanospace.notification.delivery.Recipient;
import com.nanospace.notification.message.Facts;
import com.nanospace.notification.message.Notice;
import com.nanospace.notification.message.PasswordChangedFacts;
import com.nanospace.notification.message.WelcomeFacts;
import com.nanospace.notification.privacy.ForgetPerson;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the contacts up to date, welcomes new people and warns of changed passwords. */
@ApplicationScoped
class AccountEventsConsumer {

  private static final String ANY = "com.nanospace.user.";
  private static final String REGISTERED = "com.nanospace.user.registered.v1";
  private static final String ERASED = "com.nanospace.user.erased.v1";
  private static final String PASSWORD_CHANGED = "com.nanospace.user.password-changed.v1";

  private final EventIntake intake;
  private final Contacts contacts;
  private final ForgetPerson forgetPerson;
  private final Notify notify;

  AccountEventsConsumer(
      EventIntake intake, Contacts contacts, ForgetPerson forgetPerson, Notify notify) {
    this.intake = intake;
    this.contacts = contacts;
    this.forgetPerson = forgetPerson;
    this.notify = notify;
  }

  @Incoming("user-events")
  @Blocking
  void on(ConsumerRecord<String, byte[]> record) {
    intake.take("notification", record, this::apply);
  }

  private void apply(ReceivedEvent event) {
    // Every event of an account carries its state, also those that this service does not know yet.
    if (event.type().startsWith(ANY)) {
      ContactState state = event.as(ContactState.class);
      if (event.type().equals(ERASED)) {
        forgetPerson.forget(state);
        return;
      }
      contacts.keep(state);
      switch (event.type()) {
        case REGISTERED -> tell(event, state, Notice.WELCOME, new WelcomeFacts(state.role()));
        case PASSWORD_CHANGED ->
            tell(event, state, Notice.PASSWORD_CHANGED, event.as(PasswordChangedFacts.class));
        default -> {}
      }
    }
  }

  private void tell(ReceivedEvent event, ContactState state, Notice notice, Facts facts) {
    notify.tell(event.id(), notice, Recipient.person(state.userId()), facts);
  }
}
