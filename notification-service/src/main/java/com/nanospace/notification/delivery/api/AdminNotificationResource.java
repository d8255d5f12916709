package com.nanospace.notification.delivery.api;

import com.nanospace.kit.http.PageRequest;
import com.nanospace.kit.http.Query;
import com.nanospace.notification.delivery.Deliveries;
import com.nanospace.notification.delivery.DeliveryFilter;
import com.nanospace.notification.delivery.DeliveryStatus;
import com.nanospace.notification.delivery.RetryDelivery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The delivery log, for admins. */
@Path("/api/admin/notifications")
@RolesAllowed("admin")
@Tag(name = "Administration")
class AdminNotificationResource {

  private static final int MAX_ADDRESS = 254;

  private final Deliveries deliveries;
  private final RetryDelivery retryDelivery;

  AdminNotificationResource(Deliveries deliveries, RetryDelivery retryDelivery) {
    this.deliveries = deliveries;
    this.retryDelivery = retryDelivery;
  }

  @GET
  @Operation(
      operationId = "deliveries",
      summary = "What was sent to whom (status, recipient, page, per_page)")
  public DeliveryList log(@Context UriInfo uri) {
    Query query = Query.of(uri);
    DeliveryFilter filter =
        new DeliveryFilter(
            query.choice("status", DeliveryStatus.class, DeliveryStatus::wireName).orElse(null),
            query.text("recipient", MAX_ADDRESS).orElse(null));
    PageRequest page = query.page();
    query.refuseIfInvalid();
    long total = deliveries.countOf(filter);
    return new DeliveryList(
        deliveries.newest(filter, page).stream().map(DeliveryView::of).toList(),
        total,
        page.page(),
        page.perPage(),
        page.pagesOf(total));
  }

  @POST
  @Path("/{id}/retry")
  @Operation(operationId = "retryDelivery", summary = "Send a failed message again")
  public DeliveryReply retry(@RestPath UUID id) {
    return new DeliveryReply("The message is sent again", DeliveryView.of(retryDelivery.retry(id)));
  }
}
