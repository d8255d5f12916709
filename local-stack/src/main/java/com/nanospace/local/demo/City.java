package com.nanospace.local.demo;

import com.nanospace.local.JsonObject;
import java.util.List;

/** A city with areas that exist, and where they are. */
record City(String name, List<Area> areas) {

  /** A part of a city and a road in it. */
  record Area(String name, String road, double latitude, double longitude) {
    static Area of(JsonObject json) {
      return new Area(
          json.text("name"),
          json.text("road"),
          json.decimal("latitude"),
          json.decimal("longitude"));
    }
  }

  static City of(JsonObject json) {
    return new City(json.text("name"), json.objects("areas").stream().map(Area::of).toList());
  }
}
