/** The in-app list over HTTP. */
@NullMarked
package com.nanospace.notification.inapp.api;

import org.jspecify.annotations.NullMarked;
