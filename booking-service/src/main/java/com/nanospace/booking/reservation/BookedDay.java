package com.nanospace.booking.reservation;

import java.time.LocalDate;

/** How many places of one kind are taken on one day. */
record BookedDay(LocalDate date, SpaceKind kind, int booked) {}
