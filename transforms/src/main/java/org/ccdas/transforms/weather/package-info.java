/** Weather of archives, such as reanalyses, as daily weather of the model's cells. */
package org.ccdas.transforms.weather;
