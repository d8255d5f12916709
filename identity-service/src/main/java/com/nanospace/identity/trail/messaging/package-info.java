/** Lines of the trail as the services tell them. */
@NullMarked
package com.nanospace.identity.trail.messaging;

import org.jspecify.annotations.NullMarked;
