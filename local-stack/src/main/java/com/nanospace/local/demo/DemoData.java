package com.nanospace.local.demo;

import com.nanospace.local.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The words that the data set is made of. */
record DemoData(
    List<City> cities, List<Space> spaces, List<String> owners, List<String> customers) {

  static DemoData read() throws IOException {
    JsonObject people = JsonObject.parse(resource("people.json"));
    return new DemoData(
        JsonObject.parseAll(resource("cities.json")).stream().map(City::of).toList(),
        JsonObject.parseAll(resource("spaces.json")).stream().map(Space::of).toList(),
        people.textList("owners"),
        people.textList("customers"));
  }

  private static String resource(String name) throws IOException {
    try (InputStream file = DemoData.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IOException(name + " is missing from the launcher");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
