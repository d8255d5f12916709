package com.nanospace.property.listing.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import com.nanospace.kit.http.PageRequest;
import com.nanospace.kit.http.Query;
import com.nanospace.property.listing.FoldedText;
import com.nanospace.property.listing.search.SearchCriteria;
import com.nanospace.property.listing.search.SearchSort;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever searches is told what is wrong, or searches for something that the database can find. */
class SearchRequestFuzz {

  private static final int LARGEST_NUMERIC = 100;

  @ValueSource(
      strings = {
        "type=Coworking Spaces&city=Pune&area=Kothrud&q=lake side&sort=relevance&page=2",
        "lat=12.9716&lng=-77.5946&radius_km=5.5&sort=distance",
        "min_price=0&max_price=1e3&amenities=WiFi,Parking&amenities=Café&sort=-price",
        "min_price=0e-999999999&lat=0e999999999&lng=1e-15&radius_km=500",
        "type=spacespacespaces&q=%_\\&city=İŉΐ&sort=newest&per_page=101",
      })
  @FuzzTest
  void isRefusedOrCanBeFound(@NotNull String parameters) {
    Query query = Query.of(uriWith(parameters));
    SearchCriteria criteria;
    PageRequest page;
    try {
      criteria = new SearchRequest(query).criteria();
      page = query.page();
      query.refuseIfInvalid();
    } catch (Refusal refused) {
      assertThat(refused.code()).isEqualTo(CommonError.INVALID);
      assertThat(refused.errors()).isNotEmpty();
      return;
    }
    assertThat(page.offset()).isBetween(0, 1_000_000);
    assertThat(page.perPage()).isBetween(1, 100);
    assertThat(numbers(criteria))
        .allMatch(number -> number.precision() < LARGEST_NUMERIC)
        .allMatch(number -> Math.abs((long) number.scale()) < LARGEST_NUMERIC);
    criteria
        .near()
        .ifPresent(
            spot -> {
              assertThat(spot.latitude().doubleValue()).isBetween(-90.0, 90.0);
              assertThat(spot.longitude().doubleValue()).isBetween(-180.0, 180.0);
            });
    assertThat(criteria.radiusKm().isEmpty() || criteria.near().isPresent()).isTrue();
    assertThat(criteria.sort() != SearchSort.DISTANCE || criteria.near().isPresent()).isTrue();
    assertThat(criteria.amenities()).hasSizeLessThanOrEqualTo(50).doesNotHaveDuplicates();
    texts(criteria)
        .map(FoldedText::of)
        .forEach(folded -> assertThat(FoldedText.of(folded)).isEqualTo(folded));
  }

  private static Stream<BigDecimal> numbers(SearchCriteria criteria) {
    return Stream.of(
            criteria.minPrice(),
            criteria.maxPrice(),
            criteria.radiusKm(),
            criteria.near().map(spot -> spot.latitude()),
            criteria.near().map(spot -> spot.longitude()))
        .flatMap(Optional::stream);
  }

  private static Stream<String> texts(SearchCriteria criteria) {
    return Stream.concat(
        Stream.of(criteria.city(), criteria.area(), criteria.words()).flatMap(Optional::stream),
        criteria.amenities().stream());
  }

  /** An address of which just the parameters matter. */
  private static UriInfo uriWith(String text) {
    MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
    for (String parameter : text.split("&", -1)) {
      int equals = parameter.indexOf('=');
      parameters.add(
          equals < 0 ? parameter : parameter.substring(0, equals), parameter.substring(equals + 1));
    }
    return (UriInfo)
        Proxy.newProxyInstance(
            UriInfo.class.getClassLoader(),
            new Class<?>[] {UriInfo.class},
            (uri, method, arguments) -> parameters);
  }
}
