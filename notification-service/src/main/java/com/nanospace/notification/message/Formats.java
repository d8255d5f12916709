package com.nanospace.notification.message;

import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How values look in messages. */
public final class Formats {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'IST'", Locale.ENGLISH)
          .withZone(ZoneId.of("Asia/Kolkata"));

  private Formats() {}

  /** {@code 1 Dec 2026}. */
  @TemplateExtension
  public static String day(LocalDate date) {
    return DAY.format(date);
  }

  /** {@code 1 Dec 2026, 18:05 IST}: for people of whom no time zone is known. */
  public static String moment(Instant instant) {
    return MOMENT.format(instant);
  }

  /** {@code ₹ 1,20,000.00}: rupees in the Indian grouping, other currencies by their code. */
  public static String money(BigDecimal amount, String currency) {
    return currency.equals("INR")
        ? "₹ " + indianGrouping(amount)
        : currency + " " + western().format(amount);
  }

  /** Three digits before the point, then groups of two (lakh, crore). */
  private static String indianGrouping(BigDecimal amount) {
    String plain = amount.setScale(2, RoundingMode.HALF_UP).abs().toPlainString();
    StringBuilder grouped = new StringBuilder(plain);
    for (int at = plain.indexOf('.') - 3; at > 0; at -= 2) {
      grouped.insert(at, ',');
    }
    return (amount.signum() < 0 ? "-" : "") + grouped;
  }

  private static DecimalFormat western() {
    return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
  }
}
