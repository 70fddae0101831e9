/** The pipelines, the driver loop and the command line. */
package org.ccdas.pipelines;
