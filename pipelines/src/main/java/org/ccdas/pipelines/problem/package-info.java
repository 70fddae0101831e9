/** From an experiment file to everything that a run needs, read and checked. */
package org.ccdas.pipelines.problem;
