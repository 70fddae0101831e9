/** Where pipelines run: one class for each runner. */
package org.ccdas.pipelines.runner;
