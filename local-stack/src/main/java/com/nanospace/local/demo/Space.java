package com.nanospace.local.demo;

import com.nanospace.local.JsonObject;
import java.util.List;

/**
 * What a type of space is usually called, offers and costs; a zero means that it is not offered.
 *
 * @param day price of a seat a day, the others are prices a month
 */
record Space(
    String type,
    String label,
    List<String> names,
    String pitch,
    List<String> amenities,
    int seats,
    int cabins,
    int day,
    int seat,
    int cabin,
    int month) {

  static Space of(JsonObject json) {
    return new Space(
        json.text("type"),
        json.text("label"),
        json.textList("names"),
        json.text("pitch"),
        json.textList("amenities"),
        (int) json.number("seats"),
        (int) json.number("cabins"),
        (int) json.number("day"),
        (int) json.number("seat"),
        (int) json.number("cabin"),
        (int) json.number("month"));
  }

  /** A booking type that is offered. */
  String bookingType() {
    if (day > 0) {
      return "day";
    }
    return seat > 0 ? "seat" : "month";
  }
}
