/** How often something may be done: quotas and the throttle of logins. */
@NullMarked
package com.nanospace.identity.throttle;

import org.jspecify.annotations.NullMarked;
