/** What the gateway answers itself. */
@NullMarked
package com.nanospace.gateway.endpoint;

import org.jspecify.annotations.NullMarked;
