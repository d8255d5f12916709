package com.nanospace.token;

/**
 * What makes an access token valid: what the MicroProfile JWT keys {@code mp.jwt.verify.*} say. The
 * algorithm is not among it; it is RS256.
 *
 * @param keySet where the public keys are: a JSON Web Key Set, {@code http:}, {@code https:} or
 *     {@code file:}
 * @param clockSkew how far this clock and that of identity may be apart, in seconds
 */
public record TokenRules(String keySet, String issuer, String audience, int clockSkew) {}
