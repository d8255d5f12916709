/** What every request and reply must look like, whatever it asks for. */
@NullMarked
package com.nanospace.gateway.edge;

import org.jspecify.annotations.NullMarked;
