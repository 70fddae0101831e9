package org.ccdas.report.stream;

/**
 * A statistic of the fit to a stream, as {@code summary.json} has it.
 *
 * @param key in the summary
 * @param label for people, with the unit
 * @param unit for tables that programs read
 * @param decimals digits after the point
 */
public record FitStatistic(String key, String label, String unit, int decimals) {}
