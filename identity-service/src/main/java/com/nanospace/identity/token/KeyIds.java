package com.nanospace.identity.token;

import java.util.List;

/**
 * The keys of one moment, without the keys.
 *
 * @param published all whose signatures count, by name
 * @param signing the one that signs
 */
record KeyIds(List<String> published, String signing) {}
