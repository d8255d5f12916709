package com.nanospace.notification.inapp.api;

import com.nanospace.kit.http.PageRequest;
import com.nanospace.kit.http.Query;
import com.nanospace.kit.security.Caller;
import com.nanospace.notification.inapp.MarkRead;
import com.nanospace.notification.inapp.Notifications;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The caller's own list in the app. */
@Path("/api/notifications")
@Authenticated
@Tag(name = "Notifications")
class NotificationResource {

  private final Notifications notifications;
  private final MarkRead markRead;
  private final Caller caller;

  NotificationResource(Notifications notifications, MarkRead markRead, Caller caller) {
    this.notifications = notifications;
    this.markRead = markRead;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "myNotifications", summary = "What you were told (page, per_page)")
  public NotificationList mine(@Context UriInfo uri) {
    PageRequest page = Query.pageOf(uri);
    UUID reader = caller.id();
    long total = notifications.countOf(reader);
    return new NotificationList(
        notifications.newestOf(reader, page).stream().map(NotificationView::of).toList(),
        total,
        page.page(),
        page.perPage(),
        page.pagesOf(total),
        notifications.countUnreadOf(reader));
  }

  @PUT
  @Path("/{id}/read")
  @Operation(operationId = "readNotification", summary = "Mark one as read")
  public NotificationReply read(@RestPath UUID id) {
    return new NotificationReply(
        "Notification marked as read", NotificationView.of(markRead.markRead(id, caller.id())));
  }
}
