package com.nanospace.kit.observe;

import java.util.List;

/**
 * A query of one row whose columns are gauges. A service offers such beans, and the kit reads them
 * every ten seconds; the query must be quick on large tables. Null means unknown.
 *
 * @param columns in the order of the query's columns
 */
public record GaugedQuery(String sql, List<Column> columns) {

  /**
   * One column of numbers.
   *
   * @param name in Micrometer's dotted form, with its unit as the last word if it has one
   * @param tags keys and values in turn; columns with the same name differ by them
   */
  public record Column(String name, String meaning, List<String> tags) {

    public Column(String name, String meaning, String... tags) {
      this(name, meaning, List.of(tags));
    }
  }

  public GaugedQuery(String sql, Column... columns) {
    this(sql, List.of(columns));
  }
}
