package com.nanospace.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|₹ 0.00",
        "12|₹ 12.00",
        "999.5|₹ 999.50",
        "12000|₹ 12,000.00",
        "120000|₹ 1,20,000.00",
        "1234567.89|₹ 12,34,567.89",
        "10000000000|₹ 10,00,00,00,000.00"
      })
  void groupsRupeesAsIndiaDoes(BigDecimal amount, String expected) {
    assertThat(Formats.money(amount, "INR")).isEqualTo(expected);
  }

  @Test
  void namesOtherCurrencies() {
    assertThat(Formats.money(new BigDecimal("1234567.8"), "USD")).isEqualTo("USD 1,234,567.80");
  }

  @Test
  void writesMomentsInIndianTime() {
    assertThat(Formats.moment(Instant.parse("2026-12-01T20:35:00Z")))
        .isEqualTo("2 Dec 2026, 02:05 IST");
  }

  @Test
  void writesDatesShort() {
    assertThat(Formats.day(LocalDate.of(2026, 12, 1))).isEqualTo("1 Dec 2026");
  }
}
