/** The audit trail of all services: kept here, read by admins. */
@NullMarked
package com.nanospace.identity.trail;

import org.jspecify.annotations.NullMarked;
