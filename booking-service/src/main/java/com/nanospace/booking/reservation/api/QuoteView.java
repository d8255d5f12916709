package com.nanospace.booking.reservation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.nanospace.booking.reservation.Price;
import com.nanospace.booking.reservation.Quote;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a booking would cost, and whether the very same booking would be accepted now. */
@Schema(name = "Quote")
record QuoteView(
    @Schema(description = "Null when the property does not offer the type")
        @Nullable BigDecimal totalAmount,
    @Nullable String currency,
    LocalDate startDate,
    LocalDate endDate,
    List<Line> lines,
    boolean available,
    List<Reason> reasons) {

  /**
   * How the total comes about: {@code amount = unit_price × quantity × periods}.
   *
   * @param period what is counted, {@code day} or {@code month}
   */
  @Schema(name = "QuoteLine")
  record Line(
      String description,
      BigDecimal unitPrice,
      int quantity,
      int periods,
      @Schema(enumeration = {"day", "month"}) String period,
      BigDecimal amount) {

    static Line of(Price price) {
      String period = price.type().isByDay() ? "day" : "month";
      return new Line(
          "%s for %d %s%s"
              .formatted(
                  price.type().kind().word(),
                  price.periods(),
                  period,
                  price.periods() > 1 ? "s" : ""),
          price.unit().amount(),
          price.quantity(),
          price.periods(),
          period,
          price.total().amount());
    }
  }

  /** Why a booking would be refused, with the code that it would be refused with. */
  @Schema(name = "QuoteReason")
  record Reason(
      String code,
      String message,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LocalDate> days) {

    static Reason of(Quote.Obstacle obstacle) {
      return new Reason(obstacle.error().code(), obstacle.sentence(), obstacle.days());
    }
  }

  static QuoteView of(Quote quote) {
    @Nullable Price price = quote.price();
    return new QuoteView(
        price == null ? null : price.total().amount(),
        price == null ? null : price.total().currency(),
        quote.stay().startDate(),
        quote.stay().endDate(),
        price == null ? List.of() : List.of(Line.of(price)),
        quote.obstacles().isEmpty(),
        quote.obstacles().stream().map(Reason::of).toList());
  }
}
