package com.nanospace.identity.account.api;

import com.nanospace.identity.account.Identifier;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** An {@link Identifier}. {@code null} and blank are valid. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ValidIdentifier.Validator.class)
public @interface ValidIdentifier {

  String message() default "must be an e-mail address or a phone number";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Parses. */
  final class Validator implements ConstraintValidator<ValidIdentifier, String> {

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
      return text == null || text.isBlank() || Identifier.parse(text).isPresent();
    }
  }
}
