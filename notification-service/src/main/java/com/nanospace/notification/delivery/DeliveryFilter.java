package com.nanospace.notification.delivery;

import org.jspecify.annotations.Nullable;

/**
 * Which deliveries to show; null filters nothing.
 *
 * @param recipient an address, in any case, or the id of a user
 */
public record DeliveryFilter(@Nullable DeliveryStatus status, @Nullable String recipient) {}
