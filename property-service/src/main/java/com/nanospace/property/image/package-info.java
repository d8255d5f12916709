/** Uploaded images: checked, re-encoded, and kept in several sizes. */
@NullMarked
package com.nanospace.property.image;

import org.jspecify.annotations.NullMarked;
