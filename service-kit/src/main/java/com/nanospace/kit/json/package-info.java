/** How JSON is read and written at the edge. */
@NullMarked
package com.nanospace.kit.json;

import org.jspecify.annotations.NullMarked;
