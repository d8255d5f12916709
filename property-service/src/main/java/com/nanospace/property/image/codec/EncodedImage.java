package com.nanospace.property.image.codec;

import com.nanospace.property.image.ImageFormat;

/** An image as it is stored and delivered: no metadata, no more than its pixels. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record EncodedImage(ImageFormat format, int width, int height, byte[] content) {}
