package com.nanospace.kit.http;

/**
 * Which page of a list is asked for.
 *
 * @param page from 1 to 10,000
 * @param perPage from 1 to 100
 */
public record PageRequest(int page, int perPage) {

  static final int MAX_PAGE = 10_000;
  static final int DEFAULT_PER_PAGE = 20;
  static final int MAX_PER_PAGE = 100;

  /** How many entries lie before this page. */
  public int offset() {
    return (page - 1) * perPage;
  }

  /** The page's index as Panache counts, from 0. */
  public int index() {
    return page - 1;
  }

  /** How many pages {@code total} entries fill. */
  public int pagesOf(long total) {
    return Math.toIntExact((total + perPage - 1) / perPage);
  }
}
