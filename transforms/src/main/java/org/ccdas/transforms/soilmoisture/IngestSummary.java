package org.ccdas.transforms.soilmoisture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.ccdas.observe.satellite.RejectionCounts;

/** The numbers of an ingest as JSON; no times, so that the same ingest gives the same bytes. */
final class IngestSummary {
  /** Name of the file. */
  static final String FILE = "summary.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private IngestSummary() {}

  /**
   * Encodes the numbers.
   *
   * @param grid in words
   * @param files numbers of files
   * @param counts by product
   * @param notes what the user should know about files, with the number of files
   * @param years in order
   */
  static byte[] encode(
      String grid,
      FileNumbers files,
      Collection<RejectionCounts> counts,
      Map<String, Long> notes,
      List<WrittenYear> years) {
    ObjectNode root = JSON.createObjectNode();
    root.put("command", "ingest");
    root.put("grid", grid);
    ObjectNode numbers = root.putObject("files");
    numbers.put("listed", files.listed());
    numbers.put("ingested", files.ingested());
    numbers.put("companions", files.companions());
    numbers.put("others", files.others());
    numbers.put("duplicates", files.duplicates());
    numbers.put("refused", files.refused());
    numbers.put("quarantined", files.quarantined());
    ArrayNode products = root.putArray("products");
    for (RejectionCounts product : counts) {
      ObjectNode entry = products.addObject();
      entry.put("name", product.product());
      entry.put("files", product.files());
      entry.put("retrievals", product.retrievals());
      entry.put("accepted", product.accepted());
    }
    ArrayNode told = root.putArray("notes");
    notes.forEach((note, count) -> told.addObject().put("files", count).put("note", note));
    ArrayNode written = root.putArray("years");
    for (WrittenYear year : years) {
      ObjectNode entry = written.addObject();
      entry.put("year", year.year());
      entry.put("file", year.path().substring(year.path().lastIndexOf('/') + 1));
      entry.put("first", year.first().toString());
      entry.put("last", year.last().toString());
      entry.put("daysWithValues", year.days());
      entry.put("values", year.values());
    }
    try {
      return JSON.writeValueAsBytes(root);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
