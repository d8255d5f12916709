/** Events take effect once: the inbox and the intake of Kafka records. */
@NullMarked
package com.nanospace.kit.inbox;

import org.jspecify.annotations.NullMarked;
