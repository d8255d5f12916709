/** A real PostgreSQL without containers: binaries, cluster, a database and a role per service. */
@NullMarked
package com.nanospace.local.postgres;

import org.jspecify.annotations.NullMarked;
