package com.nanospace.notification.delivery.api;

/** What was done, and the delivery as it is now. */
record DeliveryReply(String message, DeliveryView notification) {}
