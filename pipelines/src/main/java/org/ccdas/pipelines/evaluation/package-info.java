/** A finished run put beside independent data: its files read, the result written. */
package org.ccdas.pipelines.evaluation;
