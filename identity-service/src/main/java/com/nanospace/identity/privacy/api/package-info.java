/** Export and erasure over HTTP. */
@NullMarked
package com.nanospace.identity.privacy.api;

import org.jspecify.annotations.NullMarked;
