package com.nanospace.booking.cycle.right;

import com.nanospace.booking.cycle.left.Left;

/** The other half of a cycle between packages. */
public record Right(Left left) {}
