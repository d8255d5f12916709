package com.nanospace.property.listing.api;

import java.util.List;

/** A page of listings. */
record PropertyPage(List<PropertyView> properties, long total, int page, int perPage, int pages) {}
