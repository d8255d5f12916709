package com.nanospace.system.promql;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a query takes from Prometheus.
 *
 * @param groupedBy labels by which the query groups or joins what is selected
 */
public record Selector(String metric, List<LabelMatcher> matchers, Set<String> groupedBy) {

  Selector groupedBy(List<String> labels) {
    Set<String> all = new LinkedHashSet<>(groupedBy);
    all.addAll(labels);
    return new Selector(metric, matchers, all);
  }
}
