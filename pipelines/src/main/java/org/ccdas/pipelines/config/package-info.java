/** The experiment file: one commented YAML that says everything a run depends on. */
package org.ccdas.pipelines.config;
