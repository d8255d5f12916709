package com.nanospace.notification;

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
        ProductionRule.required("nanospace.otp.decryption-key"),
        ProductionRule.required("quarkus.mailer.host", "localhost"));
  }
}
