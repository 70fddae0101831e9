package org.ccdas.transforms.soilmoisture;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.VarLongCoder;

/** Days as keys. */
public final class LocalDateCoder extends AtomicCoder<LocalDate> {
  private static final long serialVersionUID = 1L;
  private static final LocalDateCoder INSTANCE = new LocalDateCoder();
  private static final VarLongCoder DAYS = VarLongCoder.of();

  private LocalDateCoder() {}

  /** The coder. */
  public static LocalDateCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(LocalDate value, OutputStream out) throws IOException {
    DAYS.encode(value.toEpochDay(), out);
  }

  @Override
  public LocalDate decode(InputStream in) throws IOException {
    return LocalDate.ofEpochDay(DAYS.decode(in));
  }

  @Override
  public void verifyDeterministic() {}

  @Override
  public boolean consistentWithEquals() {
    return true;
  }
}
