/** One OpenAPI document out of those of the services. */
@NullMarked
package com.nanospace.gateway.openapi;

import org.jspecify.annotations.NullMarked;
