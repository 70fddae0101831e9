/** Soil moisture of the ESA Climate Change Initiative (CCI), Level 3S. */
package org.ccdas.observe.cci;
