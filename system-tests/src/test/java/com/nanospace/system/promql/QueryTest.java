package com.nanospace.system.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

  @Test
  void seesMetricsMatchersAndGroups() {
    assertThat(
            Query.selectorsOf(
                """
                histogram_quantile(0.99, sum by (le, uri) (
                  rate(http_seconds_bucket{service="gateway",uri!="/a/**",status=~'5..'}[5m]))) > 1
                """))
        .containsExactly(
            new Selector(
                "http_seconds_bucket",
                List.of(
                    new LabelMatcher("service", "=", "gateway"),
                    new LabelMatcher("uri", "!=", "/a/**"),
                    new LabelMatcher("status", "=~", "5..")),
                Set.of("le", "uri")));
  }

  @Test
  void takesKeywordsFunctionsLabelsAndDurationsForNoMetrics() {
    assertThat(
            Query.selectorsOf(
                "max(a offset 1h30m) by (b) unless on (c) (d:e:rate5m or vector(0)) / -(f[$__range] > 1e3)"))
        .extracting(Selector::metric, Selector::groupedBy)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a", Set.of("b", "c")),
            org.assertj.core.groups.Tuple.tuple("d:e:rate5m", Set.of("c")),
            org.assertj.core.groups.Tuple.tuple("f", Set.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "made_up(a)",
        "sum by (a",
        "rate(a[5])",
        "a{b}",
        "a{b=c}",
        "a b",
        "a >",
        "max_over_time(a[5m:1m])",
        "a; b"
      })
  void refusesWhatItDoesNotKnow(String query) {
    assertThatExceptionOfType(UnreadableQuery.class).isThrownBy(() -> Query.selectorsOf(query));
  }
}
