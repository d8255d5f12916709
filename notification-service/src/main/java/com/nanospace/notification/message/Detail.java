package com.nanospace.notification.message;

/** One line of the table in a mail. */
public record Detail(String label, String value) {}
