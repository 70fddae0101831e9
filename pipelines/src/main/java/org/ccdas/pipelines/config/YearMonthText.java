package org.ccdas.pipelines.config;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.YearMonth;

/** Months as {@code 2010-01}. */
final class YearMonthText {
  private YearMonthText() {}

  static final class Writer extends StdScalarSerializer<YearMonth> {
    Writer() {
      super(YearMonth.class);
    }

    @Override
    public void serialize(YearMonth month, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(month.toString());
    }
  }

  static final class Reader extends StdScalarDeserializer<YearMonth> {
    Reader() {
      super(YearMonth.class);
    }

    @Override
    public YearMonth deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return YearMonth.parse(in.getText());
    }
  }
}
