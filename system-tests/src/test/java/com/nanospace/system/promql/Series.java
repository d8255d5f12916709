package com.nanospace.system.promql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One series that Prometheus knows. */
public record Series(String metric, Map<String, String> labels) {

  /** A value may be followed by an exemplar: the trace of one that was counted. */
  private static final Pattern LINE =
      Pattern.compile(
          "([a-zA-Z_:][\\w:]*)(?:\\{((?:[^\"}]|\"(?:[^\"\\\\]|\\\\.)*\")*)})? \\S+(?: .*)?");

  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** The series of a scrape, in Prometheus' text format. */
  public static List<Series> of(String exposition) {
    List<Series> series = new ArrayList<>();
    for (String line : exposition.lines().toList()) {
      Matcher sample = LINE.matcher(line);
      if (!line.startsWith("#") && sample.matches()) {
        series.add(new Series(sample.group(1), labelsIn(sample.group(2))));
      }
    }
    return series;
  }

  /** The same with further labels, as Prometheus adds them to what it scrapes. */
  public Series with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(labels);
    all.putAll(more);
    return new Series(metric, all);
  }

  private static Map<String, String> labelsIn(String text) {
    Map<String, String> labels = new HashMap<>();
    Matcher label = LABEL.matcher(text == null ? "" : text);
    while (label.find()) {
      labels.put(label.group(1), label.group(2));
    }
    return labels;
  }
}
