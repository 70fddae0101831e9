package org.ccdas.autodiff.program;

/**
 * Slots that lie side by side both in an array of the caller and in the workspace.
 *
 * @param slot the first slot of the array
 * @param work the first slot of the workspace
 * @param count number of slots
 */
public record Run(int slot, int work, int count) {}
