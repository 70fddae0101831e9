package org.ccdas.autodiff.graph;

/**
 * A value that a kernel method writes.
 *
 * @param slot slot in the output array
 * @param value what is written, or added
 */
public record Output(int slot, Node value) {}
