/** Listings over HTTP. */
@NullMarked
package com.nanospace.property.listing.api;

import org.jspecify.annotations.NullMarked;
