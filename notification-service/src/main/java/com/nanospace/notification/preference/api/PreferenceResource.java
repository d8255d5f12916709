package com.nanospace.notification.preference.api;

import com.nanospace.kit.security.Caller;
import com.nanospace.notification.preference.ChoosePreferences;
import com.nanospace.notification.preference.Preferences;
import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own choice of channels. */
@Path("/api/notifications/preferences")
@Authenticated
@Tag(name = "Notifications")
class PreferenceResource {

  private final Preferences preferences;
  private final ChoosePreferences choosePreferences;
  private final Caller caller;

  PreferenceResource(Preferences preferences, ChoosePreferences choosePreferences, Caller caller) {
    this.preferences = preferences;
    this.choosePreferences = choosePreferences;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "myPreferences", summary = "Which kind of message reaches you where")
  public PreferencesReply mine() {
    return new PreferencesReply(null, PreferencesView.of(caller.id(), preferences));
  }

  @PUT
  @Operation(
      operationId = "choosePreferences",
      summary = "Choose channels; what you leave out stays, one-time codes and security stay on")
  public PreferencesReply choose(@NotNull PreferencesRequest request) {
    UUID person = caller.id();
    choosePreferences.choose(person, request.choices());
    return new PreferencesReply("Preferences updated", PreferencesView.of(person, preferences));
  }
}
