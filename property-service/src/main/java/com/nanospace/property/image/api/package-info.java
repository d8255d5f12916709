/** Images over HTTP: upload, and delivery in ranges and sizes. */
@NullMarked
package com.nanospace.property.image.api;

import org.jspecify.annotations.NullMarked;
