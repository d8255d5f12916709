package com.nanospace.local.demo;

import com.nanospace.local.demo.Api.Reply;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * Lets a customer book, and the owners or the customer go on with it, to bookings in every state.
 */
final class LoadBookings {
  private static final int PER_CUSTOMER = 4;
  private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
  private static final int CONFLICT = 409;

  private final Api api;
  private final Clock clock;

  /** A listing that can be booked, and the session of its owner. */
  record Offer(String listingId, Space space, Session owner) {}

  LoadBookings(Api api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  /** Books four of the offers, unless the customer has bookings; returns how many were made. */
  int load(int customer, Session session, List<Offer> offers)
      throws IOException, InterruptedException {
    if (!api.get(session.token(), "/api/bookings/my-bookings").objects("bookings").isEmpty()) {
      return 0;
    }
    int made = 0;
    for (int n = 0; n < PER_CUSTOMER; n++) {
      int number = customer * PER_CUSTOMER + n;
      Offer offer = offers.get(number * 13 % offers.size());
      Reply booked = api.tryPost(session.token(), "/api/bookings", form(offer, number));
      if (booked.isSuccess()) {
        proceed(n, booked.body().object("booking").text("id"), session, offer);
        made++;
      } else if (booked.status() != CONFLICT) { // a conflict: others were quicker
        throw new IOException("a booking was refused: " + booked.body().members());
      }
    }
    return made;
  }

  private Map<String, Object> form(Offer offer, int number) {
    LocalDate start = LocalDate.now(clock.withZone(INDIA)).plusDays(1 + number * 5L % 45);
    return Map.of(
        "property_id", offer.listingId(),
        "booking_type", offer.space().bookingType(),
        "quantity", 1 + number % 2,
        "start_date", start.toString(),
        "notes", "Arriving before ten, please keep a place near a window.");
  }

  private void proceed(int step, String id, Session customer, Offer offer)
      throws IOException, InterruptedException {
    String path = "/api/bookings/" + id;
    switch (step) {
      case 0 -> api.put(offer.owner().token(), path + "/confirm", Map.of());
      case 1 -> {} // stays pending
      case 2 ->
          api.put(customer.token(), path + "/cancel", Map.of("reason", "Our plans have changed."));
      default ->
          api.put(
              offer.owner().token(),
              path + "/decline",
              Map.of("reason", "The floor is being renovated that week."));
    }
  }
}
