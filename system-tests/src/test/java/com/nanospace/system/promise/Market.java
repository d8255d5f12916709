package com.nanospace.system.promise;

import com.nanospace.system.Person;
import com.nanospace.system.promise.Call.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * People who book, answer, cancel and change their minds, and remember what they were promised:
 * which booking each key made, and how each booking ended.
 */
final class Market {

  private static final int DAYS = 20;
  private static final int MOST_TRIES = 60;

  /** With so many bookings without an answer all callers ask for those instead of booking more. */
  private static final int MOST_OPEN = 20;

  private final List<Person> customers =
      Stream.generate(() -> Person.registeredAs("customer")).limit(4).toList();
  private final List<Stays> listings = Stream.generate(Stays::new).limit(3).toList();
  private final Tally tally;

  /** Bookings by the key under which they were made, as far as that was told. */
  final Map<String, String> promised = new ConcurrentHashMap<>();

  /** Keys of bookings that nobody has told the end of. */
  final Map<String, Call> open = new ConcurrentHashMap<>();

  /** How bookings have ended, as far as that was told. */
  final Map<String, String> ended = new ConcurrentHashMap<>();

  /** Sentences about promises that were broken on the way. */
  final List<String> broken = Collections.synchronizedList(new ArrayList<>());

  Market(Tally tally) {
    this.tally = tally;
  }

  List<Person> customers() {
    return customers;
  }

  /** What one of them does next. */
  void act(Random random) {
    switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> book(random);
      case 4 -> end(random, "cancel", "cancelled", true);
      case 5 -> end(random, "decline", "cancelled", false);
      case 6 -> confirm(random);
      case 7 -> resize(random);
      case 8 -> enquire(random);
      default -> read(random);
    }
  }

  private void book(Random random) {
    List<Map.Entry<String, Call>> unanswered = List.copyOf(open.entrySet());
    if (unanswered.size() > random.nextInt(MOST_OPEN)) {
      Map.Entry<String, Call> again = pick(unanswered, random);
      tell(again.getKey(), again.getValue());
      return;
    }
    Person customer = pick(customers, random);
    String key = new UUID(random.nextLong(), random.nextLong()).toString();
    Call booking = pick(listings, random).booking(customer, random.nextInt(DAYS), key).under(key);
    open.put(key, booking);
    tell(key, booking);
  }

  /** Repeats what nobody has told the end of, until somebody does. */
  void settle() throws InterruptedException {
    for (int tries = 0; tries < MOST_TRIES && !open.isEmpty(); tries++) {
      open.forEach(this::tell);
      if (!open.isEmpty()) {
        Thread.sleep(500);
      }
    }
  }

  private void tell(String key, Call booking) {
    Answer answer = booking.send();
    tally.count("book", answer);
    if (answer.status() == 201) {
      String id = answer.json().at("/booking/id").asText();
      String before = promised.putIfAbsent(key, id);
      if (before != null && !before.equals(id)) {
        broken.add("key %s made %s and %s".formatted(key, before, id));
      }
      open.remove(key);
    } else if (answer.status() >= 400 && answer.status() < 500) {
      if (!answer.code().equals("idempotency.in_progress")) {
        open.remove(key);
      }
    }
  }

  private void end(Random random, String verb, String state, boolean byCustomer) {
    booked(random)
        .ifPresent(
            id -> {
              Map<String, String> body =
                  verb.equals("decline") ? Map.of("reason", "no room") : Map.of();
              for (Person person : byCustomer ? customers : owners()) {
                Answer answer =
                    Call.put(person, "/api/bookings/%s/%s".formatted(id, verb), body).send();
                if (answer.status() != 404) {
                  tally.count(verb, answer);
                  if (answer.status() == 200) {
                    ended.put(id, state);
                  }
                  return;
                }
              }
            });
  }

  private void confirm(Random random) {
    booked(random)
        .ifPresent(
            id -> {
              for (Person owner : owners()) {
                Answer answer =
                    Call.put(owner, "/api/bookings/%s/confirm".formatted(id), Map.of()).send();
                if (answer.status() != 404) {
                  tally.count("confirm", answer);
                  return;
                }
              }
            });
  }

  private void resize(Random random) {
    Stays listing = pick(listings, random);
    Map<String, Object> seats = Map.of("total_seats", random.nextInt(6, 14));
    tally.count(
        "change seats",
        Call.put(listing.owner, "/api/properties/" + listing.property, seats).send());
  }

  private void enquire(Random random) {
    Person customer = pick(customers, random);
    Map<String, String> body = new HashMap<>();
    body.put("name", customer.name());
    body.put("email", customer.email());
    body.put("message", "Is there parking? " + random.nextInt());
    tally.count("enquire", Call.post(customer, "/api/enquiries", body).send());
  }

  private void read(Random random) {
    Stays listing = pick(listings, random);
    tally.count(
        "read",
        Call.get(
                pick(customers, random),
                random.nextBoolean()
                    ? "/api/properties/%s/availability".formatted(listing.property)
                    : "/api/properties/" + listing.property)
            .send());
  }

  private Optional<String> booked(Random random) {
    List<String> ids = promised.values().stream().filter(id -> !ended.containsKey(id)).toList();
    return ids.isEmpty() ? Optional.empty() : Optional.of(pick(ids, random));
  }

  private List<Person> owners() {
    return listings.stream().map(listing -> listing.owner).toList();
  }

  /** Every booking of every customer: how often each key is found, and in which state. */
  Map<String, List<String>> statesByKey() {
    Map<String, List<String>> states = new HashMap<>();
    for (Person customer : customers) {
      int pages = page(customer, 1).json().get("pages").asInt();
      IntStream.rangeClosed(1, pages)
          .mapToObj(number -> page(customer, number))
          .forEach(
              page ->
                  page.json()
                      .get("bookings")
                      .forEach(
                          booking ->
                              states
                                  .computeIfAbsent(
                                      booking.get("notes").asText(), key -> new ArrayList<>())
                                  .add(booking.get("status").asText())));
    }
    return states;
  }

  private static Answer page(Person customer, int number) {
    return Call.get(customer, "/api/bookings/my-bookings?per_page=100&page=" + number).send();
  }

  private static <T> T pick(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
