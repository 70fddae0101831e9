package org.ccdas.evaluate.judge;

/**
 * A sentence about results, and whether a run bears it out.
 *
 * @param id for links
 * @param text of the sentence
 * @param criterion when it counts as confirmed
 * @param verdict of this run
 * @param number what the verdict rests on, or which data are missing
 * @param place section of the page, or file, where more is found
 */
public record Statement(
    String id, String text, String criterion, Verdict verdict, String number, String place) {}
