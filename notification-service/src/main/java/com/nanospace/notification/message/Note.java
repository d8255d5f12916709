package com.nanospace.notification.message;

/** A message as the app lists it. */
public record Note(String title, String body) {}
