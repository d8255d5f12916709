/** Keys and secrets of this machine, made once and kept. */
@NullMarked
package com.nanospace.local.keys;

import org.jspecify.annotations.NullMarked;
