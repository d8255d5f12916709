package com.nanospace.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class RenderLetterTest {

  private static final String HOSTILE =
      "<script>alert(1)</script>\"'&\r\nBcc: victims@example.com\r\n\r\n{facts.code}";

  @Inject RenderLetter letters;

  @ParameterizedTest
  @EnumSource(Notice.class)
  void everyNoticeHasItsWordsInBothForms(Notice notice) {
    Letter letter = letters.render(notice, facts(notice, "Lakeside"), "Asha Rao");

    assertThat(letter.subject()).isNotBlank().doesNotContain("{", "\n");
    assertThat(letter.summary()).isNotBlank().doesNotContain("{", "\n");
    assertThat(letter.text()).startsWith("Hello Asha Rao,").doesNotContain("{", "<p", "NOT_FOUND");
    assertThat(letter.html())
        .contains("<!doctype html>", "Hello Asha Rao,", "</html>")
        .contains("<title>" + letter.subject() + "</title>")
        .doesNotContain("{", "NOT_FOUND", "{@");
  }

  @ParameterizedTest
  @EnumSource(Notice.class)
  void whatPeopleWroteStaysText(Notice notice) {
    Letter letter = letters.render(notice, facts(notice, HOSTILE), HOSTILE);

    assertThat(letter.html()).doesNotContain("<script").contains("&lt;script&gt;");
    assertThat(letter.subject()).doesNotContain("\r", "\n");
    assertThat(letter.summary()).doesNotContain("\r", "\n");
    assertThat(letter.text().lines().findFirst().orElseThrow()).contains("Bcc: victims");
  }

  @Test
  void greetsWithoutANameWhenThereIsNone() {
    Letter letter = letters.render(Notice.WELCOME, new WelcomeFacts("customer"), "");

    assertThat(letter.text()).startsWith("Hello,");
    assertThat(letter.html()).contains("Hello,");
  }

  @Test
  void showsAmountsAndDatesAsPeopleWriteThem() {
    Letter letter =
        letters.render(Notice.BOOKING_CONFIRMED_CUSTOMER, booking("Lakeside", "customer"), "Asha");

    assertThat(letter.text())
        .contains(
            "Total: ₹ 12,000.00", "From: 1 Dec 2026", "To: 3 Dec 2026", "Booked: 2 day passes");
    assertThat(letter.html()).contains("₹ 12,000.00", "1 Dec 2026");
  }

  @Test
  void leadsToTheFrontEnd() {
    BookingFacts facts = booking("Lakeside", "customer");

    Letter letter = letters.render(Notice.BOOKING_CONFIRMED_CUSTOMER, facts, "Asha");

    String link = "https://nanospace.com/bookings/" + facts.bookingId();
    assertThat(letter.text()).contains("See your booking: " + link);
    assertThat(letter.html()).contains("href=\"" + link + "\"");
  }

  @Test
  void saysWhoCancelled() {
    assertThat(cancelled("customer").text()).contains("The guest cancelled this booking.");
    assertThat(cancelled("owner").text()).contains("You cancelled this booking");
    assertThat(cancelled("admin").text()).contains("This booking was cancelled");
    assertThat(cancelled("system").text()).contains("This booking was cancelled");
  }

  @Test
  void keepsCodesOutOfToString() {
    OpenCode code = new OpenCode("481516", 5);
    Letter letter = letters.render(Notice.VERIFICATION_CODE, code, "");

    assertThat(code.toString() + letter).doesNotContain("481516");
  }

  private Letter cancelled(String by) {
    return letters.render(Notice.BOOKING_CANCELLED_OWNER, booking("Lakeside", by), "Ravi");
  }

  private static Facts facts(Notice notice, String text) {
    return switch (notice) {
      case VERIFICATION_CODE, RESET_CODE -> new OpenCode("481516", 5);
      case WELCOME -> new WelcomeFacts("owner");
      case PASSWORD_CHANGED -> new PasswordChangedFacts(Instant.parse("2026-12-01T12:35:00Z"));
      case LISTING_APPROVED, LISTING_REJECTED ->
          new ListingFacts(UUID.randomUUID(), text, text, text);
      case ENQUIRY_ACKNOWLEDGED -> new AcknowledgementFacts(UUID.randomUUID(), text);
      case ENQUIRY_RECEIVED ->
          new EnquiryFacts(
              UUID.randomUUID(),
              text,
              text,
              text,
              text,
              text,
              text,
              text,
              new BigDecimal("15000"),
              4,
              LocalDate.of(2027, 1, 1));
      default -> booking(text, "customer");
    };
  }

  private static BookingFacts booking(String text, String cancelledBy) {
    return new BookingFacts(
        UUID.randomUUID(),
        text,
        text,
        "day",
        2,
        LocalDate.of(2026, 12, 1),
        LocalDate.of(2026, 12, 4),
        new BigDecimal("12000"),
        "INR",
        text,
        text,
        text,
        text,
        cancelledBy,
        text,
        null);
  }
}
