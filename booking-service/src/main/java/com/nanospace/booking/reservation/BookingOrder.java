package com.nanospace.booking.reservation;

import com.nanospace.booking.customer.Contact;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A wish, and who has it. */
public record BookingOrder(UUID customerId, Contact contact, Wish wish, @Nullable String notes) {}
