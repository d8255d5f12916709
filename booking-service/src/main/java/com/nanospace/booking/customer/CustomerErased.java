package com.nanospace.booking.customer;

import java.util.UUID;

/** Somebody has deleted their account; inside the transaction in which this service learns it. */
public record CustomerErased(UUID customerId) {}
