package com.nanospace.notification.delivery;

/** Messages were planned; heard after the commit, it spares them the wait for the next poll. */
record DeliveriesPlanned() {}
