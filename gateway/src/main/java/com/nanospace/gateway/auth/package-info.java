/** Verifies access tokens before a request reaches a service. */
@NullMarked
package com.nanospace.gateway.auth;

import org.jspecify.annotations.NullMarked;
