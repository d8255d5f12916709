package com.nanospace.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** A string is a JSON string of clean text; numbers and booleans are not taken for one. */
final class StrictText extends StdScalarDeserializer<String> {

  StrictText() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return (String) context.handleUnexpectedToken(String.class, parser);
    }
    String text = parser.getText();
    if (!CleanText.isClean(text)) {
      return (String) context.handleWeirdStringValue(String.class, text, CleanText.MESSAGE);
    }
    return text;
  }
}
