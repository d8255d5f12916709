package com.nanospace.property.listing;

import com.nanospace.kit.http.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import java.util.List;

/**
 * One page of a longer list.
 *
 * @param total how many entries the whole list has
 */
public record Page<T>(List<T> entries, long total, PageRequest request) {

  static <T> Page<T> of(PanacheQuery<T> query, PageRequest request) {
    return new Page<>(
        query.page(request.index(), request.perPage()).list(), query.count(), request);
  }
}
