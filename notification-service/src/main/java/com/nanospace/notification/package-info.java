/** Tells people what happened: by e-mail, by SMS and in the app. */
@NullMarked
package com.nanospace.notification;

import org.jspecify.annotations.NullMarked;
