/** Whether workers see the files of the driver and run its code. */
package org.ccdas.transforms.probe;
