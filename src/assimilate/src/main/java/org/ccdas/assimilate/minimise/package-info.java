/** Minimisers as immutable state machines that ask for evaluations, and their state on disk. */
package org.ccdas.assimilate.minimise;
