/** Archives of weather, such as reanalyses, and what makes daily weather of cells of them. */
package org.ccdas.inputs.weather;
