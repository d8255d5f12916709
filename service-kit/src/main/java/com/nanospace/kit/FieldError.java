package com.nanospace.kit;

/**
 * What is wrong with one field of the input.
 *
 * @param field the name as the client wrote it, {@code snake_case}, with indexes: {@code images[2]}
 * @param message what a valid value would be; never repeats the value
 */
public record FieldError(String field, String message) {}
