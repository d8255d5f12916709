package com.nanospace.property.listing;

import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What search compares, folded; see {@link FoldedText}. */
@Embeddable
record SearchKeys(
    String cityKey,
    @Nullable String areaKey,
    @JdbcTypeCode(SqlTypes.JSON) List<String> amenityKeys,
    String searchText) {

  static SearchKeys of(ListingDetails details) {
    Place place = details.place();
    return new SearchKeys(
        FoldedText.of(place.city()),
        place.area() == null ? null : FoldedText.of(place.area()),
        details.amenities().stream().map(FoldedText::of).toList(),
        Stream.of(
                details.name(),
                place.city(),
                place.area() == null ? "" : place.area(),
                details.description() == null ? "" : details.description())
            .map(FoldedText::of)
            .collect(Collectors.joining("\n")));
  }
}
