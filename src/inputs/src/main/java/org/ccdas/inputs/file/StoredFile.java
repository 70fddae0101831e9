package org.ccdas.inputs.file;

/**
 * A file that a storage has.
 *
 * @param location of the file
 * @param bytes its length
 * @param version changes when the file is replaced, as far as the storage can tell
 */
public record StoredFile(Location location, long bytes, String version) {}
