/** Who is calling. */
@NullMarked
package com.nanospace.kit.security;

import org.jspecify.annotations.NullMarked;
