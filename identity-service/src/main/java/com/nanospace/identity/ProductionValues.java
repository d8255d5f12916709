package com.nanospace.identity;

import com.nanospace.kit.production.ProductionRule;
import com.nanospace.kit.production.ProductionRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What must differ in production from what everybody can read in this repository. */
@ApplicationScoped
class ProductionValues implements ProductionRules {

  @Override
  public List<ProductionRule> rules() {
    return List.of(
        ProductionRule.required("nanospace.tokens.key-folder"),
        ProductionRule.required("nanospace.otp.encryption-key"),
        ProductionRule.required("nanospace.otp.hash-secret", "development-only*"),
        ProductionRule.refused("nanospace.admin.password", "Admin@123"));
  }
}
