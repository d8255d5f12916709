package com.nanospace.notification.inapp.api;

import java.util.List;

/**
 * One page of somebody's list, newest first.
 *
 * @param unread how many entries of the whole list are unread
 */
record NotificationList(
    List<NotificationView> notifications,
    long total,
    int page,
    int perPage,
    int pages,
    long unread) {}
