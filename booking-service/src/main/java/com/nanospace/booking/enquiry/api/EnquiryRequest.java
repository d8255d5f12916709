package com.nanospace.booking.enquiry.api;

import com.nanospace.booking.customer.PhoneNumbers;
import com.nanospace.booking.enquiry.Question;
import com.nanospace.booking.enquiry.ReceiveEnquiry.Asked;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of an enquiry. Empty texts count as absent, as forms send them. */
@Schema(name = "EnquiryRequest")
record EnquiryRequest(
    @NotBlank @Size(max = 100) String name,
    @NotBlank @Size(max = 254) @Email(message = "must be an e-mail address") String email,
    @Size(max = 40) @Nullable String phone,
    @Size(max = 50) @Nullable String enquiryType,
    @Size(max = 200) @Nullable String subject,
    @Size(max = 5000) @Nullable String message,
    @Size(max = 100) @Nullable String city,
    @Schema(description = "An approved property; its name and type are then taken from it")
        @Nullable UUID propertyId,
    @Size(max = 200) @Nullable String propertyName,
    @Size(max = 50) @Nullable String propertyType,
    @Digits(integer = 12, fraction = 2) @DecimalMin("0") @DecimalMax("999999999999.99")
        @Nullable BigDecimal budget,
    @Min(1) @Max(100_000) @Nullable Integer seatsRequired,
    @Nullable LocalDate moveInDate) {

  Asked by(@Nullable UUID customerId) {
    return new Asked(question(), propertyId, given(propertyName), given(propertyType), customerId);
  }

  private Question question() {
    @Nullable String writtenPhone = given(phone);
    return new Question(
        name.strip(),
        email.strip(),
        writtenPhone == null ? null : PhoneNumbers.toE164("phone", writtenPhone),
        given(enquiryType),
        given(subject),
        given(message),
        given(city),
        budget,
        seatsRequired,
        moveInDate);
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
