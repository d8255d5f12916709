package com.nanospace.property.listing.search;

import com.nanospace.kit.http.PageRequest;
import com.nanospace.property.listing.Listing;
import com.nanospace.property.listing.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/** Finds approved listings for anybody. */
@ApplicationScoped
public class SearchListings {

  private final EntityManager entities;

  SearchListings(EntityManager entities) {
    this.entities = entities;
  }

  @Transactional
  public Page<Listing> search(SearchCriteria criteria, PageRequest page) {
    SearchStatement statement = new SearchStatement(criteria);
    long total = statement.total(entities);
    List<Listing> found =
        page.offset() < total ? statement.page(entities, page.offset(), page.perPage()) : List.of();
    return new Page<>(found, total, page);
  }
}
