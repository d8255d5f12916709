/** Where the bytes of images lie: a local folder or S3. */
@NullMarked
package com.nanospace.property.image.storage;

import org.jspecify.annotations.NullMarked;
