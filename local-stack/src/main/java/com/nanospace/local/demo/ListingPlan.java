package com.nanospace.local.demo;

import com.nanospace.local.demo.City.Area;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A listing as it will be submitted, the same in every run.
 *
 * @param owner index of its owner
 * @param fate what the admin makes of it
 */
record ListingPlan(
    int owner, City city, Area area, Space space, Fate fate, Map<String, Object> form) {
  private static final int PER_CITY = 25;
  private static final long SEED = 2026;

  /** How the admin decides; most listings are approved. */
  enum Fate {
    APPROVED,
    PENDING,
    REJECTED
  }

  String name() {
    return String.valueOf(form.get("name"));
  }

  /** 25 listings in each city, of all types in turn, by two owners a city. */
  static List<ListingPlan> all(DemoData data) {
    Random random = new Random(SEED);
    List<ListingPlan> plans = new ArrayList<>();
    for (int c = 0; c < data.cities().size(); c++) {
      City city = data.cities().get(c);
      for (int n = 0; n < PER_CITY; n++) {
        Space space = data.spaces().get(n % data.spaces().size());
        Area area = city.areas().get(n % city.areas().size());
        int owner = 2 * c + n % 2;
        plans.add(
            new ListingPlan(
                owner, city, area, space, fate(plans.size()), form(city, area, space, n, random)));
      }
    }
    return plans;
  }

  private static Fate fate(int number) {
    return switch (number % 20) {
      case 7 -> Fate.PENDING;
      case 13 -> Fate.REJECTED;
      default -> Fate.APPROVED;
    };
  }

  private static Map<String, Object> form(
      City city, Area area, Space space, int number, Random random) {
    int size = 60 + random.nextInt(81); // per cent of what is usual
    int dearness = 80 + random.nextInt(61);
    Map<String, Object> form = new LinkedHashMap<>();
    String title = space.names().get(number / 6 % space.names().size());
    form.put("name", "%s %s".formatted(title, area.name()));
    form.put("type", space.type());
    form.put(
        "description",
        "%s In %s, %s, a few minutes from public transport."
            .formatted(space.pitch(), area.name(), city.name()));
    form.put("city", city.name());
    form.put("area", area.name());
    form.put(
        "address",
        "%d, %s, %s, %s".formatted(1 + random.nextInt(180), area.road(), area.name(), city.name()));
    form.put("latitude", scattered(area.latitude(), random));
    form.put("longitude", scattered(area.longitude(), random));
    form.put(
        "amenities",
        space.amenities().subList(0, 2 + random.nextInt(space.amenities().size() - 1)));
    putOffered(form, "total_seats", space.seats() * size / 100);
    putOffered(form, "total_cabins", space.cabins() * size / 100);
    putOffered(form, "price_per_day", rounded(space.day() * dearness / 100));
    putOffered(form, "price_per_seat", rounded(space.seat() * dearness / 100));
    putOffered(form, "price_per_cabin", rounded(space.cabin() * dearness / 100));
    putOffered(form, "price_per_month", rounded(space.month() * dearness / 100));
    return form;
  }

  /** Within a kilometre or so. */
  private static double scattered(double degrees, Random random) {
    return Math.round((degrees + (random.nextDouble() - 0.5) * 0.016) * 1e6) / 1e6;
  }

  private static int rounded(int price) {
    return price / 50 * 50;
  }

  private static void putOffered(Map<String, Object> form, String name, int value) {
    if (value > 0) {
      form.put(name, value);
    }
  }
}
