package com.nanospace.notification.preference;

import com.nanospace.kit.FieldError;
import com.nanospace.kit.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Lets a person choose what reaches them where. */
@ApplicationScoped
public class ChoosePreferences {

  private final Preferences preferences;

  ChoosePreferences(Preferences preferences) {
    this.preferences = preferences;
  }

  /**
   * Takes over the choices; what is not mentioned stays.
   *
   * @throws Refusal when a kind that everybody gets is to be changed
   */
  @Transactional
  public void choose(UUID userId, List<Choice> choices) {
    List<FieldError> errors =
        choices.stream()
            .filter(Choice::isForbidden)
            .map(choice -> new FieldError(choice.field(), "can't be changed, for your safety"))
            .toList();
    if (!errors.isEmpty()) {
      throw Refusal.invalid(errors);
    }
    choices.stream()
        .filter(choice -> !choice.kind().isMandatory())
        .forEach(choice -> preferences.choose(userId, choice));
  }
}
