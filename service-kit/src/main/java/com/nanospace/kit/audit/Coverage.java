package com.nanospace.kit.audit;

import java.time.Instant;

/**
 * How much of a topic was read.
 *
 * @param since from then on it was read in full
 * @param partial whether that is later than asked for: by the limit, or because the topic no longer
 *     has what is older
 */
public record Coverage(String topic, long records, Instant since, boolean partial) {}
