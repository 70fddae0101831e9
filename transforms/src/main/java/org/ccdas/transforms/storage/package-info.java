/** Storages that are reached through Beam's file systems, and where they are. */
package org.ccdas.transforms.storage;
