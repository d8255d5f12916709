/** What people may ask for about their data: to have it, and to have it forgotten. */
@NullMarked
package com.nanospace.property.privacy;

import org.jspecify.annotations.NullMarked;
