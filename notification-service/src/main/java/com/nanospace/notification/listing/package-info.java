/** Events of listings: decisions for their owners. */
@NullMarked
package com.nanospace.notification.listing;

import org.jspecify.annotations.NullMarked;
