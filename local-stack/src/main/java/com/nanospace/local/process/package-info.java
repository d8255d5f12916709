/** Child processes: starting, watching and never leaving one behind. */
@NullMarked
package com.nanospace.local.process;

import org.jspecify.annotations.NullMarked;
