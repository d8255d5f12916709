package com.nanospace.kit.production;

import java.util.List;

/** The rules of one service, beside those that the kit has for all of them. */
public interface ProductionRules {

  List<ProductionRule> rules();
}
