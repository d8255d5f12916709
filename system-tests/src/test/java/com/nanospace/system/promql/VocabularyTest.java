package com.nanospace.system.promql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {

  private final Vocabulary vocabulary =
      new Vocabulary(
          Series.of(
              """
              # HELP requests_total How many
              # TYPE requests_total counter
              requests_total{service="gateway",uri="/a/{id}",status="200",} 3.0
              requests_total{service="booking",status="201"} 4
              seconds_bucket{le="+Inf"} NaN
              up 1
              """),
          Set.of("status=~\"5..\""));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "sum(rate(requests_total[5m]))",
        "sum by (service, status) (requests_total{service=~\"gate.*\"})",
        "requests_total{status=~\"5..\"}",
        "requests_total{service=\"$service\",uri!=\"/b\"}",
        "histogram_quantile(0.9, sum by (le) (seconds_bucket)) > up"
      })
  void findsWhatIsThere(String query) {
    assertThat(vocabulary.complaintsAbout(query)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "sum(rate(made_up_total[5m])) | no metric made_up_total",
        "requests_total + made_up | no metric made_up",
        "requests_total{made_up=\"a\"} | no label made_up of requests_total",
        "sum by (made_up) (requests_total) | no label made_up of requests_total",
        "up + on (service) requests_total | no label service of up",
        "requests_total{status=\"500\"} | no series requests_total[status=\"500\"]",
        "sum by (uri) (requests_total{service=\"booking\"}) "
            + "| no series requests_total[service=\"booking\"]"
      })
  void missesWhatIsNot(String query, String complaint) {
    assertThat(vocabulary.complaintsAbout(query)).containsExactly(complaint);
  }

  @Test
  void readsLabelsWithBracesAndLinesWithExemplars() {
    assertThat(Series.of("a{uri=\"/x/{id}\",q=\"say \\\"hi\\\"\"} 1.0\nb 2"))
        .containsExactly(
            new Series("a", Map.of("uri", "/x/{id}", "q", "say \\\"hi\\\"")),
            new Series("b", Map.of()));
    assertThat(Series.of("a{b=\"1\"} 2.0 # {trace_id=\"c\"} 1.0 1795354146.785"))
        .containsExactly(new Series("a", Map.of("b", "1")));
    assertThat(new Series("a", Map.of("b", "1")).with(Map.of("c", "2")).labels())
        .isEqualTo(Map.of("b", "1", "c", "2"));
    assertThat(Series.of("# nothing")).isEmpty();
  }
}
