package com.nanospace.notification.delivery.api;

import java.util.List;

/** One page of the delivery log, newest first. */
record DeliveryList(
    List<DeliveryView> notifications, long total, int page, int perPage, int pages) {}
