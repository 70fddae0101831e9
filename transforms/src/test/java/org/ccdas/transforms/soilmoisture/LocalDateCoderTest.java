package org.ccdas.transforms.soilmoisture;

import java.time.LocalDate;
import java.util.List;
import org.apache.beam.sdk.coders.Coder.NonDeterministicException;
import org.apache.beam.sdk.testing.CoderProperties;
import org.junit.jupiter.api.Test;

class LocalDateCoderTest {
  @Test
  void daysAsKeys() throws Exception {
    LocalDateCoder coder = LocalDateCoder.of();
    for (LocalDate date :
        List.of(LocalDate.of(2010, 1, 1), LocalDate.of(1969, 12, 31), LocalDate.of(2100, 2, 28))) {
      CoderProperties.coderDecodeEncodeEqual(coder, date);
      CoderProperties.coderDeterministic(coder, date, LocalDate.ofEpochDay(date.toEpochDay()));
    }
    verify(coder);
  }

  private static void verify(LocalDateCoder coder) throws NonDeterministicException {
    coder.verifyDeterministic();
  }
}
