/** What a client's connection may cost before anybody knows what it is for. */
@NullMarked
package com.nanospace.gateway.connection;

import org.jspecify.annotations.NullMarked;
