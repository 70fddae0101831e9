/** Zarr stores of version 2, read through the same variables as NetCDF files. */
package org.ccdas.inputs.zarr;
