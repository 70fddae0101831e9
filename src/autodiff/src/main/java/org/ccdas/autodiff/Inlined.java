package org.ccdas.autodiff;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an {@link Intrinsic}, or a partial of one, whose body generated kernels compute in place,
 * over lanes, where they would otherwise call the method lane by lane. The body keeps to what
 * kernels may be made of; since it is not differentiated, functions with kinks and conditions on
 * any value are allowed in it. Both sides of a condition are always computed.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.SOURCE)
public @interface Inlined {}
