/** The demo: a synthetic world through the whole system. */
package org.ccdas.pipelines.demo;
