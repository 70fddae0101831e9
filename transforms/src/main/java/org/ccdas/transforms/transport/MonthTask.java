package org.ccdas.transforms.transport;

import java.io.Serializable;

/**
 * The response of one calendar month's means.
 *
 * @param batch the stations
 * @param month 1..12
 */
record MonthTask(StationBatch batch, int month) implements Serializable {}
