/** A run put beside independent data: what is compared with what, and the verdicts. */
package org.ccdas.evaluate.judge;
