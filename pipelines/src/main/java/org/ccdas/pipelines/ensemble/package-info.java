/** Ensembles drawn from the posterior and the prior of a run, beside the linear theory. */
package org.ccdas.pipelines.ensemble;
