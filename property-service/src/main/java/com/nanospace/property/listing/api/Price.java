package com.nanospace.property.listing.api;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** An amount of money that a listing may ask for; absent is fine. */
@DecimalMin("0")
@DecimalMax("100000000")
@Digits(integer = 9, fraction = 2)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@interface Price {

  String message() default "must be between 0 and 100000000, with at most two decimals";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
