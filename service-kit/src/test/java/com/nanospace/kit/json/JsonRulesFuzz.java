package com.nanospace.kit.json;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.CharConversionException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.MethodSource;

/** A body is refused as JSON that is not as it should be, or what it says can be said again. */
class JsonRulesFuzz {

  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

  static {
    new JsonRules().customize(JSON);
  }

  record Body(
      @Nullable String text,
      @Nullable LocalDate startDate,
      @Nullable Integer count,
      @Nullable BigDecimal amount,
      @Nullable Boolean open,
      @Nullable List<@Nullable String> words,
      @Nullable Body inner) {}

  static Stream<byte[]> bodies() {
    return Stream.of(
        utf8("{\"text\":\"a\",\"start_date\":\"2026-12-01\",\"count\":\" 7 \",\"amount\":1.50}"),
        utf8("{\"start_date\":\"2026-12-01T10:00:00Z\",\"words\":[\"a\",null],\"open\":true}"),
        utf8("{\"count\":1.0,\"amount\":\"1e400000000\",\"inner\":{\"text\":\"\\ud83d\\ude00\"}}"),
        utf8("{\"start_date\":\"+99999-12-31T00:00\",\"text\":\"\\u0000\",\"text\":1}"),
        utf8("{\"inner\":".repeat(70)),
        "{\"text\":\"é\"}".getBytes(UTF_16),
        new byte[] {0, 0, (byte) 0xfe, (byte) 0xff, 0, 0, 0, '{', 0, 0x7f, 0, 0});
  }

  @MethodSource("bodies")
  @FuzzTest
  void whatIsReadCanBeWrittenAndReadAgain(byte @NotNull [] body) throws IOException {
    Body read;
    try {
      read = JSON.readValue(body, Body.class);
    } catch (JsonProcessingException | CharConversionException refused) {
      return;
    }
    for (Body part = read; part != null; part = part.inner()) {
      check(part);
    }
    if (read != null) {
      assertThat(JSON.readValue(JSON.writeValueAsBytes(read), Body.class)).isEqualTo(read);
    }
  }

  private static void check(Body body) {
    assertThat(body.text() == null || CleanText.isClean(body.text())).isTrue();
    assertThat(body.words() == null ? List.<String>of() : body.words())
        .allMatch(word -> word == null || CleanText.isClean(word));
    if (body.startDate() != null) {
      assertThat(body.startDate().getYear()).isBetween(1, 9_999);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }
}
