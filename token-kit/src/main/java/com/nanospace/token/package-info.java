/** Decides whether an access token counts: signature, claims, and whether its session has ended. */
@NullMarked
package com.nanospace.token;

import org.jspecify.annotations.NullMarked;
