package com.nanospace.notification.channel;

import com.nanospace.notification.message.Letter;
import java.util.UUID;

/**
 * A message on its way.
 *
 * @param id stays the same however often it is sent, so that the receiving side can tell copies
 */
public record Parcel(UUID id, String address, Letter letter) {}
