package com.nanospace.booking.enquiry;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know, and how to reach them.
 *
 * @param phone in E.164
 * @param budget for a month, in the currency of the place
 */
@Embeddable
public record Question(
    String name,
    String email,
    @Nullable String phone,
    @Nullable String enquiryType,
    @Nullable String subject,
    @Nullable String message,
    @Nullable String city,
    @Column(precision = 14, scale = 2) @Nullable BigDecimal budget,
    @Nullable Integer seatsRequired,
    @Nullable LocalDate moveInDate) {}
