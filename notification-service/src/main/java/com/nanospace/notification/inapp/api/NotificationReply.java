package com.nanospace.notification.inapp.api;

/** What was done, and the entry as it is now. */
record NotificationReply(String message, NotificationView notification) {}
