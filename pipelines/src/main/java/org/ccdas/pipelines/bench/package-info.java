/** How long whole evaluations take, through Beam and in a bare loop. */
package org.ccdas.pipelines.bench;
