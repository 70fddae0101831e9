package org.ccdas.assimilate.minimise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.ccdas.inputs.InputException;

/**
 * A minimiser together with the digests of what its costs depend on. As JSON it keeps every bit
 * (doubles are hexadecimal text), so that a restored minimiser goes on exactly as the original.
 *
 * @param digests digest by name, for example of the control vector, the kernels and the blocks
 * @param minimiser the minimiser
 */
public record MinimiserState(Map<String, String> digests, Minimiser minimiser) {
  /** Version of the JSON format that is written, and the only one that is read. */
  public static final int FORMAT_VERSION = 2;

  private static final String VERSION = "formatVersion";
  private static final String DIGESTS = "digests";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new HexDoubles())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .defaultPrettyPrinter(
              new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
          .enable(
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Copies the digests. */
  public MinimiserState {
    digests = Collections.unmodifiableMap(new TreeMap<>(digests));
  }

  /** The state as JSON. */
  public String toJson() {
    ObjectNode root = JSON.createObjectNode();
    root.put(VERSION, FORMAT_VERSION);
    root.set(DIGESTS, JSON.valueToTree(digests));
    new MinimiserJson(JSON).write(minimiser, root);
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of JSON can always be written", e);
    }
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @param file name for messages
   * @throws InputException when it is damaged or of another version
   */
  public static MinimiserState fromJson(String file, String json) {
    try {
      JsonNode root = JSON.readTree(json);
      int version = root.path(VERSION).asInt(-1);
      if (version != FORMAT_VERSION) {
        throw new InputException(
            file,
            VERSION,
            root.has(VERSION)
                ? "the state has format version "
                    + root.path(VERSION).asText()
                    + ", this program reads version "
                    + FORMAT_VERSION
                : "this is not the state of a minimisation",
            "Resume with the program that wrote it, or start the run anew");
      }
      Map<String, String> digests = new TreeMap<>();
      root.path(DIGESTS)
          .fields()
          .forEachRemaining(e -> digests.put(e.getKey(), e.getValue().asText()));
      return new MinimiserState(digests, new MinimiserJson(JSON).read(file, root));
    } catch (JsonProcessingException e) {
      throw new InputException(
          file,
          "",
          "it is damaged: " + e.getOriginalMessage(),
          "Restore the file, or start the run anew",
          e);
    }
  }

  /**
   * Refuses to go on with other inputs than those the state was made with.
   *
   * @param file name for messages
   * @param expected digests of the present run, by the same names
   * @throws InputException naming both sides of the first difference
   */
  public void requireDigests(String file, Map<String, String> expected) {
    TreeMap<String, String> names = new TreeMap<>(digests);
    names.putAll(expected);
    for (String name : names.keySet()) {
      String then = digests.getOrDefault(name, "absent");
      String now = expected.getOrDefault(name, "absent");
      if (!then.equals(now)) {
        throw new InputException(
            file,
            DIGESTS,
            "the digest of the "
                + name
                + " differs: "
                + then
                + " when the state was written, "
                + now
                + " now",
            "Resume with the configuration and inputs of the first run, or start the run anew");
      }
    }
  }
}
