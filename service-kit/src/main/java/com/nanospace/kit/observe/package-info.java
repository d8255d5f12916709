/** What operators see of a service beside its logs: metrics and traces. */
@NullMarked
package com.nanospace.kit.observe;

import org.jspecify.annotations.NullMarked;
