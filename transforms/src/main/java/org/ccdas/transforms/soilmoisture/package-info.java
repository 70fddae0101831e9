/** Satellite soil moisture: from files of retrievals to daily observations on the model grid. */
package org.ccdas.transforms.soilmoisture;
