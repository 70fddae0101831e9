/** A storage server within the process, so that gs:// is tested without a network. */
package org.ccdas.transforms.storage;
