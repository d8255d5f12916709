/** Finding listings: the public search and its SQL. */
@NullMarked
package com.nanospace.property.listing.search;

import org.jspecify.annotations.NullMarked;
