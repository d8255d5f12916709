package com.nanospace.notification.delivery;

import java.util.UUID;

/** A delivery that this replica is sending, and the token that proves it. */
record Claim(UUID deliveryId, UUID token) {}
