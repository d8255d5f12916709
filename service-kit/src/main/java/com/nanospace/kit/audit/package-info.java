/** Recomputes from tables and topics what must hold, and names what does not. */
@NullMarked
package com.nanospace.kit.audit;

import org.jspecify.annotations.NullMarked;
