package com.nanospace.notification.delivery;

import com.nanospace.notification.channel.Parcel;

/** A message ready to go, and the request that caused it, for the log. */
record Packed(Parcel parcel, String requestId) {}
