package com.nanospace.kit.audit;

/**
 * Something that should not be.
 *
 * @param identity the same at each look, and another one when the thing has moved on
 * @param sentence what an operator reads
 */
record Counterexample(String identity, String sentence) {}
