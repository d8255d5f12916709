/**
 * The one public origin of Nano Space: what happens to a request from its first byte to its log
 * line.
 */
@NullMarked
package com.nanospace.gateway;

import org.jspecify.annotations.NullMarked;
