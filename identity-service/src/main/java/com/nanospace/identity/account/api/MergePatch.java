package com.nanospace.identity.account.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.UncheckedIOException;
import java.util.Set;

/** Overlays what was sent on what there is (RFC 7396), and checks the result by the same rules. */
@ApplicationScoped
class MergePatch {

  private final ObjectMapper json;
  private final Validator validator;

  MergePatch(ObjectMapper json, Validator validator) {
    this.json = json;
    this.validator = validator;
  }

  /**
   * The form with the members that were sent; {@code null} clears one, unknown ones are ignored.
   */
  <T> T apply(ObjectNode sent, T current, Class<T> form) {
    ObjectNode merged = json.valueToTree(current);
    merged
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (sent.has(name)) {
                merged.set(name, sent.get(name));
              }
            });
    try {
      T result = json.treeToValue(merged, form);
      Set<ConstraintViolation<T>> violations = validator.validate(result);
      if (!violations.isEmpty()) {
        throw new ConstraintViolationException(violations);
      }
      return result;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
