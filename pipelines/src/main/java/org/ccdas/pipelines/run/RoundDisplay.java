package org.ccdas.pipelines.run;

/** Shows a person how the search of the minimum goes. */
interface RoundDisplay extends AutoCloseable {
  /** Shows that the search begins or goes on. */
  void begin();

  /** Shows a round. */
  void round(RunRound round);

  /** Shows nothing more. */
  @Override
  void close();
}
