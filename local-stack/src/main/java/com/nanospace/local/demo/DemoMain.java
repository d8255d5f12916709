package com.nanospace.local.demo;

import com.nanospace.local.demo.LoadBookings.Offer;
import com.nanospace.local.service.Admin;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Loads the demonstration data, in a JVM of its own that ends afterwards. What is there already is
 * left alone, so that an interrupted load is taken up again and a second one does nothing.
 */
public final class DemoMain {
  private final DemoData data;
  private final Api api;
  private final People people;
  private final Session admin;

  private DemoMain(DemoData data, Api api, People people, Session admin) {
    this.data = data;
    this.api = api;
    this.people = people;
    this.admin = admin;
  }

  /** Takes the addresses of the gateway and of the inbox. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Api api = new Api(arguments[0]);
    People people = new People(api, new Mailbox(arguments[1]));
    Admin configured = Admin.of(System.getenv());
    Session admin = people.signIn(configured.email(), configured.password());
    new DemoMain(DemoData.read(), api, people, admin).load();
  }

  private void load() throws IOException, InterruptedException {
    List<Offer> offers = loadListings();
    System.out.println(offers.size() + " listings can be booked");
    System.out.println(loadBookings(offers) + " bookings made");
    int enquiries = new LoadEnquiries(api, admin).load(customers(), data.cities());
    System.out.println(enquiries + " enquiries made");
  }

  private List<Offer> loadListings() throws IOException, InterruptedException {
    List<ListingPlan> plans = ListingPlan.all(data);
    LoadListings loading = new LoadListings(api, admin);
    List<Offer> offers = new ArrayList<>();
    for (int n = 0; n < data.owners().size(); n++) {
      int owner = n;
      Session session = people.enter(Person.owner(data.owners().get(n), n));
      List<ListingPlan> own = plans.stream().filter(plan -> plan.owner() == owner).toList();
      Map<String, String> approved = loading.load(owner, session, own);
      for (ListingPlan plan : own) {
        String id = approved.get(plan.name());
        if (id != null) {
          offers.add(new Offer(id, plan.space(), session));
        }
      }
    }
    return offers;
  }

  private int loadBookings(List<Offer> offers) throws IOException, InterruptedException {
    LoadBookings loading = new LoadBookings(api, Clock.systemUTC());
    int made = 0;
    List<Person> customers = customers();
    for (int n = 0; n < customers.size(); n++) {
      made += loading.load(n, people.enter(customers.get(n)), offers);
    }
    return made;
  }

  private List<Person> customers() {
    List<Person> customers = new ArrayList<>();
    for (int n = 0; n < data.customers().size(); n++) {
      customers.add(Person.customer(data.customers().get(n), n));
    }
    return customers;
  }
}
