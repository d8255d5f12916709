package com.nanospace.notification.preference.api;

import org.jspecify.annotations.Nullable;

/** What to change for one kind of message; absent channels stay as they are. */
record ChannelChoice(@Nullable Boolean email, @Nullable Boolean sms, @Nullable Boolean inApp) {}
