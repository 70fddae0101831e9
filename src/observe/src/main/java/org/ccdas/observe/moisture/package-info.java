/** Daily surface soil moisture on a grid: the product file that ingests write and runs read. */
package org.ccdas.observe.moisture;
