package com.nanospace.notification.delivery;

import com.nanospace.notification.message.Medium;

/**
 * One more try of a delivery came to its end, or nothing was tried.
 *
 * @param outcome how the delivery stands now, by its stable word; pending when it is tried again
 */
record DeliveryProgress(Medium medium, String kind, String outcome) {

  static DeliveryProgress of(Delivery delivery) {
    return new DeliveryProgress(delivery.medium(), delivery.kind(), delivery.status());
  }
}
