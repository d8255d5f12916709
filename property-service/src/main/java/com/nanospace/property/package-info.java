/** Listings of space: approval, public search, images. */
@NullMarked
package com.nanospace.property;

import org.jspecify.annotations.NullMarked;
