package com.nanospace.local.demo;

import com.nanospace.local.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Lets people ask, and the admin work through what they asked. */
final class LoadEnquiries {
  private static final List<String> STATES = List.of("new", "contacted", "resolved", "closed");

  private final Api api;
  private final Session admin;

  LoadEnquiries(Api api, Session admin) {
    this.api = api;
    this.admin = admin;
  }

  /** One enquiry of each customer, unless there are any; returns how many were made. */
  int load(List<Person> customers, List<City> cities) throws IOException, InterruptedException {
    JsonObject present = api.get(admin.token(), "/api/admin/enquiries?per_page=1");
    if (!present.objects("enquiries").isEmpty()) {
      return 0;
    }
    for (int n = 0; n < customers.size(); n++) {
      Person customer = customers.get(n);
      String city = cities.get(n % cities.size()).name();
      JsonObject made =
          api.post(
              null,
              "/api/enquiries",
              Map.of(
                  "name",
                  customer.fullName(),
                  "email",
                  customer.email(),
                  "phone",
                  customer.phone(),
                  "subject",
                  "Space for a team of " + (4 + n % 9),
                  "message",
                  "We look for a quiet place with a meeting room. What do you suggest?",
                  "city",
                  city,
                  "seats_required",
                  4 + n % 9));
      String state = STATES.get(n % STATES.size());
      if (n % STATES.size() > 0) {
        api.put(
            admin.token(),
            "/api/admin/enquiries/" + made.text("enquiry_id") + "/status",
            Map.of("status", state));
      }
    }
    return customers.size();
  }
}
