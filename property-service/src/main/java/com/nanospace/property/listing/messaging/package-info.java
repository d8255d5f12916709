/** Listings as events. */
@NullMarked
package com.nanospace.property.listing.messaging;

import org.jspecify.annotations.NullMarked;
