package com.nanospace.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** A date, or the date part of a date-time; an empty string counts as absent. */
final class LenientDate extends StdScalarDeserializer<LocalDate> {

  LenientDate() {
    super(LocalDate.class);
  }

  @Override
  public @Nullable LocalDate deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
    }
    String text = parser.getText();
    if (text.isBlank()) {
      return null;
    }
    try {
      return DatePart.parse(text);
    } catch (DateTimeParseException e) {
      return (LocalDate)
          context.handleWeirdStringValue(
              LocalDate.class, text, "must be a date such as 2026-12-01");
    }
  }
}
