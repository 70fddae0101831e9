/** What a run would read, assimilate and cost, told before anything expensive. */
package org.ccdas.pipelines.preview;
