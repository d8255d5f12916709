package com.nanospace.booking.reservation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a booking ended before its time. */
@Embeddable
public record Cancellation(
    @Column(name = "cancelled_by") @Enumerated(EnumType.STRING) Party by,
    @Column(name = "cancellation_reason") @Nullable String reason,
    @Column(name = "cancelled_at") Instant at) {}
