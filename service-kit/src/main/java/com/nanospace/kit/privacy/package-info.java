/** What a service owes people about whom it holds data: to forget them, and to tell them. */
@NullMarked
package com.nanospace.kit.privacy;

import org.jspecify.annotations.NullMarked;
