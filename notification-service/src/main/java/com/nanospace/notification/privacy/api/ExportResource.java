package com.nanospace.notification.privacy.api;

import com.nanospace.kit.privacy.Exported;
import com.nanospace.kit.security.Caller;
import com.nanospace.notification.delivery.Deliveries;
import com.nanospace.notification.delivery.api.DeliveryView;
import com.nanospace.notification.inapp.Notifications;
import com.nanospace.notification.inapp.api.NotificationView;
import com.nanospace.notification.preference.Preferences;
import com.nanospace.notification.preference.api.PreferencesView;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** This service's part of what the suite holds about the caller; the gateway puts it together. */
@Path("/internal/export")
@Authenticated
class ExportResource {

  /** The part of the document that is this service's. */
  record Export(
      Exported<NotificationView> notifications,
      PreferencesView preferences,
      Exported<DeliveryView> deliveries) {}

  private final Notifications notifications;
  private final Preferences preferences;
  private final Deliveries deliveries;
  private final Caller caller;

  ExportResource(
      Notifications notifications, Preferences preferences, Deliveries deliveries, Caller caller) {
    this.notifications = notifications;
    this.preferences = preferences;
    this.deliveries = deliveries;
    this.caller = caller;
  }

  @GET
  @Operation(hidden = true)
  public Export get() {
    UUID person = caller.id();
    return new Export(
        new Exported<>(
            notifications.countOf(person),
            notifications.newestOf(person, Exported.BOUND).stream()
                .map(NotificationView::of)
                .toList()),
        PreferencesView.of(person, preferences),
        new Exported<>(
            deliveries.countTo(person),
            deliveries.newestTo(person, Exported.BOUND).stream().map(DeliveryView::of).toList()));
  }
}
