/** A listing of space: what its owner states, and the way through approval to the public. */
@NullMarked
package com.nanospace.property.listing;

import org.jspecify.annotations.NullMarked;
