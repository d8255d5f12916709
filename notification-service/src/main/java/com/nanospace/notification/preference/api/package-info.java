/** Preferences over HTTP. */
@NullMarked
package com.nanospace.notification.preference.api;

import org.jspecify.annotations.NullMarked;
