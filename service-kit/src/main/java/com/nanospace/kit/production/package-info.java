/** Keeps a service from starting in production with what only fits a developer's machine. */
@NullMarked
package com.nanospace.kit.production;

import org.jspecify.annotations.NullMarked;
