/** The export, for the gateway. */
@NullMarked
package com.nanospace.notification.privacy.api;

import org.jspecify.annotations.NullMarked;
