/** Statistics of agreement between two series, pure functions of numbers. */
package org.ccdas.evaluate.score;
