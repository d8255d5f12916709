package com.nanospace.notification.delivery;

import com.nanospace.kit.http.Correlation;
import com.nanospace.notification.channel.Parcel;
import com.nanospace.notification.message.Notice;

/** A message ready to go, and the request that caused it, for log and trace. */
record Packed(Parcel parcel, Notice notice, Correlation cause) {}
