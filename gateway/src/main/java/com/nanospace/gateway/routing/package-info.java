/** The route table: which path belongs to which service, and on which terms. */
@NullMarked
package com.nanospace.gateway.routing;

import org.jspecify.annotations.NullMarked;
