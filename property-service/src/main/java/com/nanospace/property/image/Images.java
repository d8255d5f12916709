package com.nanospace.property.image;

import com.nanospace.kit.http.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** All images that people uploaded. */
@ApplicationScoped
public class Images implements PanacheRepositoryBase<Image, UUID> {

  public List<Image> newestOf(UUID person, PageRequest page) {
    return find("uploadedBy = ?1 order by id desc", person)
        .page(page.index(), page.perPage())
        .list();
  }

  public long countOf(UUID person) {
    return count("uploadedBy", person);
  }
}
