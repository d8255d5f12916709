package com.nanospace.identity.account.api;

import com.nanospace.identity.account.PhoneNumber;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A {@link PhoneNumber}. {@code null} and blank are valid. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ValidPhone.Validator.class)
public @interface ValidPhone {

  String message() default "must be a phone number such as +919812345670";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Parses. */
  final class Validator implements ConstraintValidator<ValidPhone, String> {

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
      return text == null || text.isBlank() || PhoneNumber.parse(text).isPresent();
    }
  }
}
