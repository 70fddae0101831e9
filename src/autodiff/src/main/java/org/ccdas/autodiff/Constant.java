package org.ccdas.autodiff;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an input of a kernel, or every input of a record type, that depends on no parameter and no
 * state. Such inputs have no derivative, and only they may decide a conditional expression.
 */
@Target({ElementType.TYPE, ElementType.PARAMETER})
@Retention(RetentionPolicy.SOURCE)
public @interface Constant {}
