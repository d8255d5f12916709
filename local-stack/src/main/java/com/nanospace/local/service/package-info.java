/** The five services: how each is started, configured and asked whether it is ready. */
@NullMarked
package com.nanospace.local.service;

import org.jspecify.annotations.NullMarked;
