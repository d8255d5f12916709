package com.nanospace.identity.trail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the trail are asked for; what is {@code null} does not matter.
 *
 * @param subject the id of what something was done to
 * @param from included
 * @param to not included
 */
public record TrailFilter(
    @Nullable UUID actor,
    @Nullable String action,
    @Nullable String subject,
    @Nullable Instant from,
    @Nullable Instant to) {}
