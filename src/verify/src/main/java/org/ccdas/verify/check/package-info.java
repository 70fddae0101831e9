/** Checks of derivatives: adjoint identity, Taylor remainder, differences. */
package org.ccdas.verify.check;
