/** Sessions over HTTP: login, refresh and logout. */
@NullMarked
package com.nanospace.identity.session.api;

import org.jspecify.annotations.NullMarked;
