package com.nanospace.property.listing.api;

import com.nanospace.property.listing.Listing;
import com.nanospace.property.listing.Page;
import com.nanospace.property.occupancy.FreeSeats;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Shows listings together with the seats that are free today. */
@ApplicationScoped
public class PropertyViews {

  private final FreeSeats freeSeats;

  PropertyViews(FreeSeats freeSeats) {
    this.freeSeats = freeSeats;
  }

  PropertyView of(Listing listing) {
    return of(List.of(listing)).getFirst();
  }

  PropertyPage of(Page<Listing> page) {
    return new PropertyPage(
        of(page.entries()),
        page.total(),
        page.request().page(),
        page.request().perPage(),
        page.request().pagesOf(page.total()));
  }

  public List<PropertyView> of(Collection<Listing> listings) {
    Map<UUID, Integer> free = freeSeats.of(listings);
    return listings.stream()
        .map(listing -> PropertyView.of(listing, free.get(listing.id())))
        .toList();
  }
}
