package com.nanospace.property;

import com.nanospace.kit.production.ProductionRule;
import com.nanospace.kit.production.ProductionRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What must differ in production from a developer's machine. */
@ApplicationScoped
class ProductionValues implements ProductionRules {

  @Override
  public List<ProductionRule> rules() {
    return List.of(
        ProductionRule.required("nanospace.booking.url", "http://localhost*"),
        ProductionRule.required("nanospace.storage.kind"),
        ProductionRule.refused("nanospace.storage.local.folder", "target/*"));
  }
}
