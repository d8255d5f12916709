package com.nanospace.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.local.demo.ListingPlan.Fate;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ListingPlanTest {
  private final DemoData data;
  private final List<ListingPlan> plans;

  ListingPlanTest() throws IOException {
    data = DemoData.read();
    plans = ListingPlan.all(data);
  }

  @Test
  void plansTwoHundredListingsOfAllTypesInEightCities() {
    assertThat(plans).hasSize(200);
    assertThat(plans.stream().map(plan -> plan.space().type()).distinct()).hasSize(6);
    assertThat(plans.stream().map(plan -> plan.city().name()).distinct()).hasSize(8);
    assertThat(plans.stream().map(ListingPlan::owner).distinct()).hasSize(data.owners().size());
    assertThat(plans.stream().map(ListingPlan::fate)).contains(Fate.values());
  }

  @Test
  void plansTheSameEveryTime() throws IOException {
    assertThat(ListingPlan.all(DemoData.read())).isEqualTo(plans);
  }

  @Test
  void givesNoOwnerTwoListingsOfOneName() {
    assertThat(plans.stream().collect(Collectors.groupingBy(ListingPlan::owner)).values())
        .allSatisfy(own -> assertThat(own.stream().map(ListingPlan::name)).doesNotHaveDuplicates());
  }

  @Test
  void offersEveryListingAtSomePrice() {
    assertThat(plans)
        .allSatisfy(
            plan ->
                assertThat(plan.form().keySet()).anyMatch(field -> field.startsWith("price_per_")));
  }
}
