package com.nanospace.property.listing.search;

import com.nanospace.property.listing.FoldedText;
import com.nanospace.property.listing.Listing;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.query.NativeQuery;

/**
 * The SQL of one search: fixed text for each criterion, and every value a parameter.
 *
 * <p>Each condition is worded for an index of the table, all of which are partial: they hold
 * approved listings only.
 */
final class SearchStatement {

  private static final String KM_FROM_SPOT =
      """
      2 * %s * asin(sqrt(least(1,
        power(sin(radians(cast(latitude as float8) - :latitude) / 2), 2)
        + cos(radians(:latitude)) * cos(radians(cast(latitude as float8)))
        * power(sin(radians(cast(longitude as float8) - :longitude) / 2), 2))))
      """
          .formatted(BoundingBox.EARTH_RADIUS_KM);

  /** A hit in the name says more than one in the place; descriptions are too long to score. */
  private static final String RELEVANCE =
      """
      2 * word_similarity(:phrase, name)
        + word_similarity(:phrase, city || ' ' || coalesce(area, ''))
      """;

  private final List<String> conditions = new ArrayList<>(List.of("status = 'approved'"));
  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private final Map<String, Object> orderParameters = new LinkedHashMap<>();
  private final String order;

  SearchStatement(SearchCriteria criteria) {
    criteria.type().ifPresent(type -> require("type = :type", "type", type.wireName()));
    criteria.city().ifPresent(city -> require("city_key = :city", "city", FoldedText.of(city)));
    criteria.area().ifPresent(area -> require("area_key = :area", "area", FoldedText.of(area)));
    criteria.words().ifPresent(this::requireWords);
    requirePrice(criteria);
    requireAmenities(criteria.amenities());
    criteria
        .radiusKm()
        .ifPresent(radius -> requireNear(criteria.near().orElseThrow(), radius.doubleValue()));
    order = orderOf(criteria);
  }

  /** The listings of a page, in order. */
  List<Listing> page(EntityManager entities, int offset, int count) {
    NativeQuery<?> query = entities.createNativeQuery(pageSql()).unwrap(NativeQuery.class);
    query.addEntity(Listing.class);
    bindPage(query, offset, count);
    return query.getResultList().stream().map(Listing.class::cast).toList();
  }

  /** How many listings there are on all pages. */
  long total(EntityManager entities) {
    Query query = entities.createNativeQuery(totalSql());
    bindTotal(query);
    return (Long) query.getSingleResult();
  }

  String totalSql() {
    return "select count(*) from listing where " + String.join(" and ", conditions);
  }

  void bindTotal(Query query) {
    parameters.forEach(query::setParameter);
  }

  String pageSql() {
    return "select * from listing where %s order by %s limit :count offset :offset"
        .formatted(String.join(" and ", conditions), order);
  }

  void bindPage(Query query, int offset, int count) {
    parameters.forEach(query::setParameter);
    orderParameters.forEach(query::setParameter);
    query.setParameter("count", count).setParameter("offset", offset);
  }

  private void require(String condition, String parameter, Object value) {
    conditions.add(condition);
    parameters.put(parameter, value);
  }

  private void requireWords(String text) {
    int number = 0;
    for (String word : FoldedText.of(text).split(" ")) {
      String parameter = "word" + number++;
      require("search_text like :" + parameter, parameter, "%" + literally(word) + "%");
    }
  }

  /** Escapes what LIKE would take for a wildcard. */
  private static String literally(String word) {
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private void requirePrice(SearchCriteria criteria) {
    if (criteria.minPrice().isEmpty() && criteria.maxPrice().isEmpty()) {
      return;
    }
    criteria.minPrice().ifPresent(min -> parameters.put("minPrice", min));
    criteria.maxPrice().ifPresent(max -> parameters.put("maxPrice", max));
    conditions.add(
        Stream.of("price_per_seat", "price_per_cabin", "price_per_month", "price_per_day")
            .map(price -> inRange(price, criteria))
            .collect(Collectors.joining(" or ", "(", ")")));
  }

  private static String inRange(String price, SearchCriteria criteria) {
    if (criteria.minPrice().isEmpty()) {
      return price + " <= :maxPrice";
    }
    return criteria.maxPrice().isEmpty()
        ? price + " >= :minPrice"
        : price + " between :minPrice and :maxPrice";
  }

  private void requireAmenities(List<String> amenities) {
    int number = 0;
    for (String amenity : amenities) {
      String parameter = "amenity" + number++;
      require(
          "amenity_keys @> jsonb_build_array(cast(:%s as text))".formatted(parameter),
          parameter,
          FoldedText.of(amenity));
    }
  }

  private void requireNear(Spot center, double radiusKm) {
    BoundingBox box = BoundingBox.around(center, radiusKm);
    require("latitude between :south and :north", "south", box.south());
    parameters.put("north", box.north());
    require(
        box.crossesAntimeridian()
            ? "(longitude >= :west or longitude <= :east)"
            : "longitude between :west and :east",
        "west",
        box.west());
    parameters.put("east", box.east());
    require(KM_FROM_SPOT + " <= :radius", "radius", radiusKm);
    parameters.put("latitude", center.latitude().doubleValue());
    parameters.put("longitude", center.longitude().doubleValue());
  }

  private String orderOf(SearchCriteria criteria) {
    return switch (criteria.sort()) {
      case NEWEST -> "created_at desc, id desc";
      case PRICE_ASCENDING -> "lowest_price nulls last, id";
      case PRICE_DESCENDING -> "lowest_price desc nulls last, id";
      case DISTANCE -> byDistance(criteria.near().orElseThrow());
      case RELEVANCE -> byRelevance(criteria);
    };
  }

  private String byDistance(Spot center) {
    orderParameters.put("latitude", center.latitude().doubleValue());
    orderParameters.put("longitude", center.longitude().doubleValue());
    return KM_FROM_SPOT + " nulls last, id";
  }

  private String byRelevance(SearchCriteria criteria) {
    if (criteria.words().isEmpty()) {
      return "created_at desc, id desc";
    }
    orderParameters.put("phrase", FoldedText.of(criteria.words().get()));
    return RELEVANCE + " desc, created_at desc, id desc";
  }
}
