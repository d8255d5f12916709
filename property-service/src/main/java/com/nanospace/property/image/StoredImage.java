package com.nanospace.property.image;

/**
 * An image that is in the storage.
 *
 * @param key never stands for another content
 */
public record StoredImage(String key, ImageFormat format, long size) {}
