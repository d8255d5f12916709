package com.nanospace.identity.account.api;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * So many characters, as people count them: Unicode code points, where {@code @Size} counts UTF-16
 * units. {@code null} is valid.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Characters.Validator.class)
public @interface Characters {

  int min() default 0;

  int max();

  String message() default "must have between {min} and {max} characters";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Counts. */
  final class Validator implements ConstraintValidator<Characters, CharSequence> {

    private int min;
    private int max;

    @Override
    public void initialize(Characters constraint) {
      min = constraint.min();
      max = constraint.max();
    }

    @Override
    public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
      if (text == null) {
        return true;
      }
      int characters = Character.codePointCount(text, 0, text.length());
      return min <= characters && characters <= max;
    }
  }
}
