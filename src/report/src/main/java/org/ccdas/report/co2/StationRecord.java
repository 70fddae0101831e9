package org.ccdas.report.co2;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.report.run.RunFiles;

/**
 * Monthly CO2 at a station, ppm, from {@code stations.nc}.
 *
 * @param code of the station
 * @param name of the station
 * @param lat degrees north
 * @param lon degrees east
 * @param assimilated whether the misfit counts any of its months
 * @param used months that the misfit counts; the others are held out or missing
 * @param months middles of the months
 * @param observed monthly means, NaN where there is none
 * @param sigma standard deviation of their errors
 * @param prior modelled before assimilation
 * @param posterior modelled after assimilation
 */
record StationRecord(
    String code,
    String name,
    double lat,
    double lon,
    boolean assimilated,
    boolean[] used,
    List<LocalDate> months,
    double[] observed,
    double[] sigma,
    double[] prior,
    double[] posterior) {

  /** Reads all stations. */
  static List<StationRecord> read(Location path) {
    try (NetcdfInput input = NetcdfInput.open(path)) {
      List<String> codes = input.variable("station_code").readStrings();
      List<String> names = input.variable("station_name").readStrings();
      double[] lat = input.variable("lat").read();
      double[] lon = input.variable("lon").read();
      double[] assimilated = input.variable("assimilated").read();
      List<LocalDate> months =
          input.time("time").times().stream().map(time -> time.toLocalDate()).toList();
      double[] observed = input.variable("co2_observed").read();
      double[] sigma = input.variable("co2_sigma").read();
      double[] prior = input.variable("co2_prior").read();
      double[] posterior = input.variable("co2_posterior").read();
      List<StationRecord> stations = new ArrayList<>();
      // runs of former versions have no flags by month
      Optional<double[]> flags = input.find("co2_assimilated").map(variable -> variable.read());
      for (int s = 0; s < codes.size(); s++) {
        int station = s;
        double[] values = RunFiles.column(observed, s, codes.size());
        stations.add(
            new StationRecord(
                codes.get(s),
                names.get(s),
                lat[s],
                lon[s],
                assimilated[s] == 1,
                used(
                    flags.map(all -> RunFiles.column(all, station, codes.size())),
                    values,
                    assimilated[s] == 1),
                months,
                values,
                RunFiles.column(sigma, s, codes.size()),
                RunFiles.column(prior, s, codes.size()),
                RunFiles.column(posterior, s, codes.size())));
      }
      return stations;
    }
  }

  private static boolean[] used(Optional<double[]> flags, double[] observed, boolean assimilated) {
    boolean[] used = new boolean[observed.length];
    for (int m = 0; m < used.length; m++) {
      int month = m;
      used[m] = flags.map(all -> all[month] == 1).orElse(assimilated && !Double.isNaN(observed[m]));
    }
    return used;
  }
}
