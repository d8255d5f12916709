package com.nanospace.k8s;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with an object, seen by every model and schema that knows its kind. */
final class Validation {

  private Validation() {}

  static List<String> problems(Manifest manifest) {
    List<String> problems = new ArrayList<>();
    if (OfficialModels.know(manifest)) {
      problems.addAll(OfficialModels.problems(manifest));
    } else if (CustomSchemas.know(manifest)) {
      problems.addAll(CustomSchemas.problems(manifest));
    } else {
      problems.add(manifest + ": nobody knows " + manifest.apiVersion());
    }
    if (StrictModels.know(manifest)) {
      problems.addAll(StrictModels.problems(manifest));
    }
    return problems;
  }
}
