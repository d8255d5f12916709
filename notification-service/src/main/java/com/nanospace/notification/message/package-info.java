/** What is said: kinds of messages, their facts and their words. */
@NullMarked
package com.nanospace.notification.message;

import org.jspecify.annotations.NullMarked;
