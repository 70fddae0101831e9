/** Where Google Cloud Storage is. */
package org.ccdas.transforms.storage;
