/** The delivery log of the admins. */
@NullMarked
package com.nanospace.notification.delivery.api;

import org.jspecify.annotations.NullMarked;
