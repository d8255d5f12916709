/** The audit trail: who did what to whom, from where. */
@NullMarked
package com.nanospace.kit.trail;

import org.jspecify.annotations.NullMarked;
