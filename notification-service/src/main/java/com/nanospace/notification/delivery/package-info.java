/** Every message to a recipient on a channel is a row, from plan to outcome. */
@NullMarked
package com.nanospace.notification.delivery;

import org.jspecify.annotations.NullMarked;
