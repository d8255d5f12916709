/** From the bytes that somebody sent to an image of ours, in bounded memory. */
@NullMarked
package com.nanospace.property.image.codec;

import org.jspecify.annotations.NullMarked;
