package com.nanospace.booking.reservation;

import java.util.UUID;

/** So many places of one kind, on every day of a stay. */
record Places(UUID propertyId, SpaceKind kind, Stay stay, int quantity) {}
