package com.nanospace.kit.observe;

import java.util.List;

/**
 * A query of one row whose columns are gauges. A service offers such beans, and the kit reads them
 * every ten seconds; the query must be quick on large tables.
 *
 * @param columns in the order of the query's columns
 */
public record GaugedQuery(String sql, List<Column> columns) {

  /**
   * One column of numbers.
   *
   * @param name in Micrometer's dotted form, with its unit as the last word if it has one
   */
  public record Column(String name, String meaning) {}

  public GaugedQuery(String sql, Column... columns) {
    this(sql, List.of(columns));
  }
}
