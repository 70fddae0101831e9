package org.ccdas.autodiff;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method of which kernels over lanes are generated: its value, its tangent and its
 * adjoint. The parameters are doubles, records of doubles, and booleans or enums known at build
 * time; the result is a double or a record of doubles (records may be nested).
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.SOURCE)
@Repeatable(Kernel.List.class)
public @interface Kernel {
  /** Simple name of the generated class. */
  String value();

  /** Values of the parameters known at build time, each as {@code name=value}. */
  String[] fix() default {};

  /** Holds repeated marks: one kernel for each. */
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.SOURCE)
  @interface List {
    /** The marks. */
    Kernel[] value();
  }
}
