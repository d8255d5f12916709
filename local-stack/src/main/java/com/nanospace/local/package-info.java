/** The command that runs the whole suite on one machine. */
@NullMarked
package com.nanospace.local;

import org.jspecify.annotations.NullMarked;
