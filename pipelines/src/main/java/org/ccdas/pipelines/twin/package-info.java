/** Twin experiments as pipelines, and the files that they leave. */
package org.ccdas.pipelines.twin;
