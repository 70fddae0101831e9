/** Reading and writing of NetCDF files by the CF conventions. */
package org.ccdas.inputs.netcdf;
