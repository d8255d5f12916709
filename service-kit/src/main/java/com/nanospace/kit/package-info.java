/** What every service needs and no business word: refusals, ids and the clock. */
@NullMarked
package com.nanospace.kit;

import org.jspecify.annotations.NullMarked;
