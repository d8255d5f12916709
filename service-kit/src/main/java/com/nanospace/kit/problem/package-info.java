/** Every failure as an RFC 9457 problem document. */
@NullMarked
package com.nanospace.kit.problem;

import org.jspecify.annotations.NullMarked;
