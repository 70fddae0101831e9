package org.ccdas.report.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;

/**
 * JSON files of results, written and read by the same records: indented, and null for a number that
 * does not exist, which is read as NaN. Keys that a record does not know are passed over.
 */
public final class ResultJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(double.class, new FiniteDouble())
                  .addSerializer(Double.class, new FiniteDouble())
                  .addDeserializer(double.class, new NullIsNaN()))
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPrettyPrinter(
              new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
          .build();

  private ResultJson() {}

  /** JSON knows neither NaN nor infinity. */
  private static final class FiniteDouble extends StdScalarSerializer<Double> {
    private static final long serialVersionUID = 1L;

    FiniteDouble() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (Double.isFinite(value)) {
        json.writeNumber(value.doubleValue());
      } else {
        json.writeNull();
      }
    }
  }

  /** The reverse; a key that is not there is NaN too. */
  private static final class NullIsNaN extends StdScalarDeserializer<Double> {
    private static final long serialVersionUID = 1L;

    NullIsNaN() {
      super(double.class);
    }

    @Override
    public Double deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return _parseDoublePrimitive(json, context);
    }

    @Override
    public Double getNullValue(DeserializationContext context) {
      return Double.NaN;
    }
  }

  /** A record tree as bytes of UTF-8 text. */
  public static byte[] of(Object content) {
    try {
      return (JSON.writeValueAsString(content) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A record as a line of bytes of UTF-8 text. */
  public static byte[] line(Object content) {
    try {
      return (JSON.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(content)
              + "\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A record as a tree, for a part whose type only its owner knows. */
  public static JsonNode tree(Object content) {
    return JSON.valueToTree(content);
  }

  /**
   * A part as the record of its owner.
   *
   * @throws IllegalArgumentException when it is not of this type
   */
  public static <T> T as(JsonNode part, Class<T> type) {
    return JSON.convertValue(part, type);
  }

  /**
   * Reads a file.
   *
   * @throws InputException when it is not complete
   */
  public static <T> T read(Location path, Class<T> type) {
    try {
      return JSON.readValue(RunFiles.bytes(path), type);
    } catch (IOException e) {
      throw damaged(path, e);
    }
  }

  /**
   * Reads a file of one record a line.
   *
   * @throws InputException when it is not complete
   */
  public static <T> List<T> lines(Location path, Class<T> type) {
    try (MappingIterator<T> lines = JSON.readerFor(type).readValues(RunFiles.bytes(path))) {
      return lines.readAll();
    } catch (IOException e) {
      throw damaged(path, e);
    }
  }

  private static InputException damaged(Location path, IOException cause) {
    return new InputException(
        path.toString(),
        "",
        "it is not complete JSON (" + cause.getMessage() + ")",
        "Run the assimilation again with --resume, which writes its results anew",
        cause);
  }
}
