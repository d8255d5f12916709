package com.nanospace.booking.cycle.left;

import com.nanospace.booking.cycle.right.Right;

/** Half of a cycle between packages, which the rule against cycles must find. */
public record Left(Right right) {}
