/** Files that are never half-written. */
package org.ccdas.inputs.file;
