/** The list of notifications inside the app. */
@NullMarked
package com.nanospace.notification.inapp;

import org.jspecify.annotations.NullMarked;
