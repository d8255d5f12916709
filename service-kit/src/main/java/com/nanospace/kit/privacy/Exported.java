package com.nanospace.kit.privacy;

import com.nanospace.kit.http.PageRequest;
import java.util.List;

/**
 * A list in an export of what is held about a person.
 *
 * @param total how many entries there are; more than are listed when the bound cut them off
 * @param entries newest first
 */
public record Exported<T>(long total, List<T> entries) {

  /** How many entries of a list are exported at most. */
  public static final PageRequest BOUND = new PageRequest(1, 5_000);

  /** A list of which everything is here. */
  public static <T> Exported<T> all(List<T> entries) {
    return new Exported<>(entries.size(), entries);
  }
}
