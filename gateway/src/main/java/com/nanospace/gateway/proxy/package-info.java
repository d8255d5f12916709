/** Streams requests to the services and their replies back. */
@NullMarked
package com.nanospace.gateway.proxy;

import org.jspecify.annotations.NullMarked;
