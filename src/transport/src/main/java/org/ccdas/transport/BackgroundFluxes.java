package org.ccdas.transport;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.transport.surface.Spread;

/**
 * Prescribed monthly fluxes (fossil, land use, ocean, ...) on the transport regions, kgC yr-1,
 * positive to the atmosphere (spec section 16.4).
 *
 * @param months months of the fluxes
 * @param regions number of transport regions
 * @param components one element a source, in the order given
 * @param notes what the files leave open and how they were read, in words
 */
public record BackgroundFluxes(
    MonthAxis months, int regions, List<Component> components, List<String> notes)
    implements Serializable {
  /** Smallest share of a pattern's gross flux that its yearly sum must have to be rescaled. */
  private static final double SMALLEST_NET = 1e-3;

  /**
   * One prescribed flux.
   *
   * @param name its name
   * @param flux {@code region * months + month}, kgC yr-1
   */
  public record Component(String name, double[] flux) implements Serializable {}

  /** Takes its own copies of the lists. */
  public BackgroundFluxes {
    components = List.copyOf(components);
    notes = List.copyOf(notes);
  }

  /** Fluxes of no file. */
  public BackgroundFluxes(MonthAxis months, int regions, List<Component> components) {
    this(months, regions, components, List.of());
  }

  /**
   * Reads all sources.
   *
   * @param sources names must differ
   * @param regions transport regions
   * @param months months wanted
   * @param folder folder that relative paths start from
   * @throws InputException when a file is absent or bad, or lacks a month or year
   */
  public static BackgroundFluxes read(
      List<BackgroundSource> sources,
      List<TransportRegion> regions,
      MonthAxis months,
      Location folder) {
    List<Component> components = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (BackgroundSource source : sources) {
      if (!names.add(source.name())) {
        throw new InputException(
            source.file(),
            "",
            "Two background fluxes are called " + source.name(),
            "Give each its own name");
      }
      FluxPattern pattern =
          switch (source.kind()) {
            case REGIONS -> TabledPatterns.byRegion(folder, source.file(), regions);
            case BANDS -> TabledPatterns.byBand(folder, source.file(), regions, source.spread());
            case ZONAL ->
                ZonalFluxFile.read(
                    folder.resolve(source.file()),
                    source.variable(),
                    source.registration(),
                    regions,
                    source.spread());
          };
      notes.addAll(pattern.notes());
      unspread(source, regions).ifPresent(notes::add);
      meanYears(source, pattern, months).ifPresent(notes::add);
      components.add(
          new Component(source.name(), fluxes(source, pattern, regions.size(), months, folder)));
    }
    return new BackgroundFluxes(months, regions.size(), components, notes);
  }

  /** Says which flux lies evenly where the transport would see that it does not. */
  private static Optional<String> unspread(BackgroundSource source, List<TransportRegion> regions) {
    boolean seen =
        source.kind() != BackgroundSource.Kind.REGIONS
            && source.spread() == Spread.EVEN
            && regions.stream().anyMatch(r -> r.box().east() - r.box().west() < 360);
    return seen
        ? Optional.of(
            "background "
                + source.name()
                + " lies evenly along circles of latitude, over land and sea alike; its key spread"
                + " says where it is, which this transport sees")
        : Optional.empty();
  }

  /** Says of which years a file has not all months. */
  private static Optional<String> meanYears(
      BackgroundSource source, FluxPattern pattern, MonthAxis months) {
    String years =
        IntStream.range(0, months.count())
            .mapToObj(months::at)
            .filter(month -> !pattern.hasOwn(month))
            .map(month -> String.valueOf(month.getYear()))
            .distinct()
            .collect(Collectors.joining(", "));
    return years.isEmpty()
        ? Optional.empty()
        : Optional.of(
            source.file()
                + ", "
                + source.variable()
                + ": not all months of "
                + years
                + " are in the file; the mean of its whole years stands for them");
  }

  private static double[] fluxes(
      BackgroundSource source,
      FluxPattern pattern,
      int regions,
      MonthAxis months,
      Location folder) {
    YearlyTotals totals =
        source.totals() == null ? null : YearlyTotals.read(folder, source.totals());
    double[] flux = new double[regions * months.count()];
    double scale = 1;
    for (int month = 0; month < months.count(); month++) {
      YearMonth date = months.at(month);
      if (totals != null && (month == 0 || date.getMonthValue() == 1)) {
        scale = scale(source, pattern, date.getYear(), totals.total(date.getYear()));
      }
      double[] pgc = pattern.fluxes(date);
      for (int region = 0; region < regions; region++) {
        flux[region * months.count() + month] = scale * pgc[region] * CarbonUnits.KG_PER_PG;
      }
    }
    return flux;
  }

  /** Factor that gives a year of the pattern, leap days included, this total (PgC). */
  private static double scale(
      BackgroundSource source, FluxPattern pattern, int year, double total) {
    MonthAxis axis = new MonthAxis(YearMonth.of(year, 1), 12);
    double net = 0;
    double gross = 0;
    for (int month = 0; month < 12; month++) {
      for (double flux : pattern.fluxes(axis.at(month))) {
        // mass of the month = flux * days/365
        net += flux * CarbonUnits.years(axis, month);
        gross += Math.abs(flux) * CarbonUnits.years(axis, month);
      }
    }
    if (!(Math.abs(net) > SMALLEST_NET * gross)) {
      throw new InputException(
          source.file(),
          "year " + year,
          "The pattern of "
              + source.name()
              + " sums to "
              + net
              + " PgC, too little to be scaled to "
              + total,
          "Leave the totals out, or give a pattern with a net flux");
    }
    // Shares are positive whatever they share; a pattern of fluxes has a sign of its own.
    if (source.kind() != BackgroundSource.Kind.BANDS && total * net < 0) {
      throw new InputException(
          source.totals().file(),
          "column " + source.totals().column(),
          "The total of "
              + source.name()
              + " in "
              + year
              + " is "
              + total
              + " PgC, but its pattern sums to "
              + net,
          "Check the factor: fluxes to the atmosphere are positive, so a sink needs -1");
    }
    return total / net;
  }

  /** Sum of all components, {@code region * months + month}, kgC yr-1; zeros without any. */
  public double[] total() {
    double[] total = new double[regions * months.count()];
    for (Component component : components) {
      for (int i = 0; i < total.length; i++) {
        total[i] += component.flux()[i];
      }
    }
    return total;
  }

  /** Mass that a component gives off in a year that lies wholly on the axis, PgC. */
  public double mass(String name, int year) {
    Component component =
        components.stream()
            .filter(c -> c.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No component " + name));
    int first = months.indexOf(YearMonth.of(year, 1));
    if (first < 0 || first + 12 > months.count()) {
      throw new IllegalArgumentException("Year " + year + " is not wholly on the axis");
    }
    double mass = 0;
    for (int month = first; month < first + 12; month++) {
      for (int region = 0; region < regions; region++) {
        mass +=
            component.flux()[region * months.count() + month]
                * CarbonUnits.years(months, month)
                / CarbonUnits.KG_PER_PG;
      }
    }
    return mass;
  }
}
