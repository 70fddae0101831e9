package org.ccdas.observe.block;

import java.io.Serializable;

/**
 * Where a block file stands: the element that travels through an evaluation.
 *
 * @param path of the file, local or on any file system of Beam
 * @param index place of the block in the manifest, from 0
 * @param digest SHA-256 of the file, hexadecimal
 * @param bytes size of the file
 * @param cells number of cells in the block
 * @param tiles number of tiles in the block
 */
public record BlockReference(
    String path, int index, String digest, long bytes, int cells, int tiles)
    implements Serializable {}
