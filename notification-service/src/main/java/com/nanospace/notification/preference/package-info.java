/** Who wants which kind of message on which channel. */
@NullMarked
package com.nanospace.notification.preference;

import org.jspecify.annotations.NullMarked;
