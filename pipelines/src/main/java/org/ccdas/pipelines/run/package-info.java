/** Runs: the driver that loops the minimiser over pipelines, and what it leaves in its folder. */
package org.ccdas.pipelines.run;
