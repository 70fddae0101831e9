package org.ccdas.report.local;

/**
 * What a stream of values of cells is called on the pages.
 *
 * @param id of its section and prefix of its pictures
 * @param title in a sentence
 * @param heading of its section
 * @param values what is counted: {@code daily soil-moisture values of land cells}
 * @param file its result file
 * @param unit for programs
 * @param shownUnit for people; empty for a share
 * @param axis of its time series
 * @param modelled what the model gives, at the start of a sentence
 */
public record LocalWords(
    String id,
    String title,
    String heading,
    String values,
    String file,
    String unit,
    String shownUnit,
    String axis,
    String modelled) {}
