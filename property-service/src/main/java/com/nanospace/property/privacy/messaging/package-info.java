/** Events of accounts: erased owners. */
@NullMarked
package com.nanospace.property.privacy.messaging;

import org.jspecify.annotations.NullMarked;
