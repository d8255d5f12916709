/** A real Kafka broker in a JVM of its own, with the topics of the contracts. */
@NullMarked
package com.nanospace.local.broker;

import org.jspecify.annotations.NullMarked;
