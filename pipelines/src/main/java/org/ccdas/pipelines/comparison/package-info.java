/** Several runs with the same prior, one after the other, and what compares them. */
package org.ccdas.pipelines.comparison;
