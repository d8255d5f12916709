package com.nanospace.local.demo;

import com.nanospace.local.JsonObject;
import com.nanospace.local.demo.ListingPlan.Fate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Submits an owner's listings with images, and has the admin decide on them. */
final class LoadListings {
  private static final int IMAGES_PER_OWNER = 4;

  private final Api api;
  private final Session admin;

  LoadListings(Api api, Session admin) {
    this.api = api;
    this.admin = admin;
  }

  /** Ids of the owner's approved listings by name; those that are there already are left alone. */
  Map<String, String> load(int owner, Session session, List<ListingPlan> plans)
      throws IOException, InterruptedException {
    Map<String, JsonObject> present = present(session);
    List<ListingPlan> missing =
        plans.stream().filter(plan -> !present.containsKey(plan.name())).toList();
    List<String> images = missing.isEmpty() ? List.of() : uploadImages(owner, session);
    Map<String, String> approved = new HashMap<>();
    for (ListingPlan plan : plans) {
      JsonObject listing = present.get(plan.name());
      if (listing == null) {
        listing = submit(plan, session, images);
      }
      if (listing.text("status").equals("pending")) {
        decide(plan, listing.text("id"));
      }
      if (plan.fate() == Fate.APPROVED) {
        approved.put(plan.name(), listing.text("id"));
      }
    }
    return approved;
  }

  private Map<String, JsonObject> present(Session session)
      throws IOException, InterruptedException {
    Map<String, JsonObject> listings = new HashMap<>();
    api.get(session.token(), "/api/properties/my-properties?per_page=100")
        .objects("properties")
        .forEach(listing -> listings.put(listing.text("name"), listing));
    return listings;
  }

  private List<String> uploadImages(int owner, Session session)
      throws IOException, InterruptedException {
    List<String> urls = new ArrayList<>();
    for (int i = 0; i < IMAGES_PER_OWNER; i++) {
      byte[] png = new Picture(31L * owner + i).png();
      urls.add(
          api.upload(session.token(), "/api/uploads/image", "house-" + i + ".png", png)
              .text("url"));
    }
    return urls;
  }

  private JsonObject submit(ListingPlan plan, Session session, List<String> images)
      throws IOException, InterruptedException {
    Map<String, Object> form = new LinkedHashMap<>(plan.form());
    int first = Math.floorMod(plan.name().hashCode(), images.size());
    form.put("images", List.of(images.get(first), images.get((first + 1) % images.size())));
    return api.post(session.token(), "/api/properties", form).object("property");
  }

  private void decide(ListingPlan plan, String id) throws IOException, InterruptedException {
    String path = "/api/admin/properties/" + id;
    switch (plan.fate()) {
      case APPROVED -> api.put(admin.token(), path + "/approve", Map.of());
      case REJECTED ->
          api.put(
              admin.token(),
              path + "/reject",
              Map.of("reason", "The images do not show the space itself."));
      case PENDING -> {}
    }
  }
}
