package org.ccdas.inputs.setting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one key of the experiment file. The reader's defaults and range checks, the JSON schema
 * and the reference page are all made from this.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Setting {
  /** Marks a key that the file must have. */
  String REQUIRED = "<required>";

  /** What the key means, with its unit: one or two sentences with their full stops. */
  String value();

  /** The default as YAML text; {@code null} makes the key optional without a value. */
  String byDefault() default REQUIRED;

  /** Smallest number allowed. */
  double atLeast() default Double.NEGATIVE_INFINITY;

  /** Number that the value must exceed. */
  double above() default Double.NEGATIVE_INFINITY;

  /** Largest number allowed. */
  double atMost() default Double.POSITIVE_INFINITY;
}
