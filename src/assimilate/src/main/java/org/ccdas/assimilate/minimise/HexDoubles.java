package org.ccdas.assimilate.minimise;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** JSON with doubles as hexadecimal text, which keeps every bit. */
final class HexDoubles extends SimpleModule {
  private static final long serialVersionUID = 1L;

  HexDoubles() {
    super("hex-doubles");
    addSerializer(double.class, new Writer());
    addSerializer(Double.class, new Writer());
    addSerializer(double[].class, new ArrayWriter());
    addDeserializer(double.class, new Reader());
    addDeserializer(Double.class, new Reader());
    addDeserializer(double[].class, new ArrayReader());
  }

  private static double parse(String text, DeserializationContext context) throws IOException {
    if (text == null) {
      return context.reportInputMismatch(double.class, "a number is missing");
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw context.weirdStringException(text, double.class, "not a number");
    }
  }

  private static final class Writer extends StdSerializer<Double> {
    private static final long serialVersionUID = 1L;

    Writer() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(Double.toHexString(value));
    }
  }

  private static final class ArrayWriter extends StdSerializer<double[]> {
    private static final long serialVersionUID = 1L;

    ArrayWriter() {
      super(double[].class);
    }

    @Override
    public void serialize(double[] values, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartArray();
      for (double value : values) {
        json.writeString(Double.toHexString(value));
      }
      json.writeEndArray();
    }
  }

  private static final class Reader extends StdDeserializer<Double> {
    private static final long serialVersionUID = 1L;

    Reader() {
      super(double.class);
    }

    @Override
    public Double deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return parse(parser.getValueAsString(), context);
    }
  }

  private static final class ArrayReader extends StdDeserializer<double[]> {
    private static final long serialVersionUID = 1L;

    ArrayReader() {
      super(double[].class);
    }

    @Override
    public double[] deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String[] texts = context.readValue(parser, String[].class);
      double[] values = new double[texts.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = parse(texts[i], context);
      }
      return values;
    }
  }
}
