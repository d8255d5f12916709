/** A believable data set, loaded through the public API as people would. */
@NullMarked
package com.nanospace.local.demo;

import org.jspecify.annotations.NullMarked;
