package org.ccdas.core.evaluation;

/**
 * A tile of a block: one plant functional type within a cell.
 *
 * @param cell index of the cell in the block
 * @param pft number of the plant functional type, 1..13
 * @param fraction share of the cell's area, above 0, at most 1
 * @param texture number of the soil texture, 1..6
 */
public record BlockTile(int cell, int pft, double fraction, int texture) {}
