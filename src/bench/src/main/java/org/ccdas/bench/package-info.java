/**
 * How fast kernels and blocks are: JMH benchmarks that {@code ccdas bench} runs, and a peer of the
 * sunlit point in C. Nothing here is needed to assimilate.
 */
package org.ccdas.bench;
