package com.nanospace.property.listing.search;

import java.math.BigDecimal;

/** A point on earth, in WGS 84 degrees. */
public record Spot(BigDecimal latitude, BigDecimal longitude) {}
