/** The export, for the gateway. */
@NullMarked
package com.nanospace.property.privacy.api;

import org.jspecify.annotations.NullMarked;
