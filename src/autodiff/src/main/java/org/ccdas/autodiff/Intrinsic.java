package org.ccdas.autodiff;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Registers a smooth function whose body the differentiator does not look into: generated code
 * calls the method, and for derivatives the partial methods named here. The method is public and
 * static and takes and returns doubles; its body is plain Java without restrictions, unless it is
 * marked {@link Inlined} as well.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.SOURCE)
public @interface Intrinsic {
  /**
   * For each argument the name of a public static method of the same class that takes the same
   * arguments and returns the partial derivative; empty for an argument that must be {@link
   * Constant}.
   */
  String[] partials();
}
