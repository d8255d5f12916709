package com.nanospace.property.listing.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nanospace.property.listing.Listing;
import com.nanospace.property.listing.ListingDetails;
import com.nanospace.property.occupancy.FreeSeats;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Lays what a client sends over what is stated now (JSON Merge Patch, RFC 7396). */
@ApplicationScoped
class ListingForms {

  private static final String AVAILABLE_SEATS = "available_seats";

  private final ObjectMapper json;
  private final Validator validator;
  private final FreeSeats freeSeats;

  ListingForms(ObjectMapper json, Validator validator, FreeSeats freeSeats) {
    this.json = json;
    this.validator = validator;
    this.freeSeats = freeSeats;
  }

  /** The details after the patch, under the same rules as those of a new listing. */
  ListingDetails patched(Listing listing, ObjectNode patch) {
    ObjectNode merged = json.valueToTree(ListingForm.of(listing));
    merged.setAll(patch);
    ListingForm form = json.convertValue(merged, ListingForm.class);
    Set<ConstraintViolation<ListingForm>> violations = validator.validate(form);
    if (!violations.isEmpty()) {
      throw new ConstraintViolationException(violations);
    }
    if (isEcho(form, listing)) {
      merged.remove(AVAILABLE_SEATS);
      form = json.convertValue(merged, ListingForm.class);
    }
    boolean withholdsNone = patch.has(AVAILABLE_SEATS) && patch.get(AVAILABLE_SEATS).isNull();
    return ListingReading.detailsOf(
        form, withholdsNone ? 0 : listing.details().capacity().withheldSeats());
  }

  /**
   * Whether the client sends back the free seats that it was shown, of the same total: it means
   * them as they are, and not to keep the booked ones off the platform.
   */
  private boolean isEcho(ListingForm form, Listing listing) {
    return form.availableSeats() != null
        && Objects.equals(form.totalSeats(), listing.details().capacity().totalSeats())
        && form.availableSeats().equals(freeSeats.of(List.of(listing)).get(listing.id()));
  }
}
