/** Request ids, query parameters and paging. */
@NullMarked
package com.nanospace.kit.http;

import org.jspecify.annotations.NullMarked;
