package com.nanospace.system.promql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be asked for: the series that are there. */
public final class Vocabulary {

  private final Map<String, List<Series>> byMetric;
  private final Set<String> rare;

  /**
   * @param rare conditions, written as in queries, that need not be met by any series now
   */
  public Vocabulary(Collection<Series> series, Set<String> rare) {
    this.byMetric = series.stream().collect(Collectors.groupingBy(Series::metric));
    this.rare = rare;
  }

  /** What is wrong with the query; empty when everything that it names is there. */
  public List<String> complaintsAbout(String query) {
    return Query.selectorsOf(query).stream().flatMap(this::complaints).distinct().toList();
  }

  private Stream<String> complaints(Selector selector) {
    List<Series> series = byMetric.getOrDefault(selector.metric(), List.of());
    if (series.isEmpty()) {
      return Stream.of("no metric " + selector.metric());
    }
    Set<String> labels = new LinkedHashSet<>(selector.groupedBy());
    selector.matchers().forEach(matcher -> labels.add(matcher.label()));
    List<String> complaints = new ArrayList<>();
    for (String label : labels) {
      if (series.stream().noneMatch(one -> one.labels().containsKey(label))) {
        complaints.add("no label %s of %s".formatted(label, selector.metric()));
      }
    }
    if (complaints.isEmpty() && series.stream().noneMatch(one -> isSelected(selector, one))) {
      complaints.add("no series %s%s".formatted(selector.metric(), selector.matchers()));
    }
    return complaints.stream();
  }

  /** Whether it meets the conditions and has the labels by which it is grouped. */
  private boolean isSelected(Selector selector, Series series) {
    return series.labels().keySet().containsAll(selector.groupedBy())
        && selector.matchers().stream()
            .filter(matcher -> !matcher.isVariable() && !rare.contains(matcher.toString()))
            .allMatch(matcher -> matcher.accepts(series.labels()));
  }
}
