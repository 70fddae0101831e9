package org.ccdas.inputs.weather;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.ccdas.inputs.netcdf.CfCalendar;
import org.ccdas.inputs.netcdf.CfCoordinates;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;
import org.ccdas.inputs.netcdf.TimeAxis;

/**
 * Start and end of the steps of a variable, seconds since 1970-01-01 UTC: by the bounds of its time
 * coordinate, else by its stamps and what the archive says of them.
 *
 * @param starts of the steps
 * @param ends of the steps
 * @param lacksLeapDays whether the calendar has no 29 February
 */
record StepTimes(long[] starts, long[] ends, boolean lacksLeapDays) {
  private static final long DAY = 86_400;

  static StepTimes of(
      NetcdfInput input, NetcdfVariable variable, WeatherArchive archive, StepKind kind) {
    CfCoordinates coordinates = CfCoordinates.of(input, variable);
    TimeAxis stamps = coordinates.times();
    NetcdfVariable axis = input.variable(variable.dimensions().get(coordinates.timeDimension()));
    long[] starts = new long[stamps.size()];
    long[] ends = new long[stamps.size()];
    Optional<TimeAxis> bounds =
        kind == StepKind.INSTANT ? Optional.empty() : bounds(input, axis, stamps);
    long step = archive.step().toSeconds();
    for (int i = 0; i < starts.length; i++) {
      if (bounds.isPresent()) {
        List<LocalDateTime> edges = bounds.get().times();
        long one = seconds(edges.get(2 * i));
        long other = seconds(edges.get(2 * i + 1));
        starts[i] = Math.min(one, other);
        ends[i] = Math.max(one, other);
        if (ends[i] - starts[i] != step) {
          throw axis.problem(
              "has a step of " + (ends[i] - starts[i]) / 3600.0 + " h at " + stamps.times().get(i),
              archive.name()
                  + " has "
                  + step / 3600
                  + " h; describe the archive in a file of its own",
              null);
        }
      } else if (kind == StepKind.INSTANT) {
        starts[i] = seconds(stamps.times().get(i));
        ends[i] = starts[i];
      } else if (archive.isDaily()) {
        // whatever hour the stamp has, the day is its own
        long stamp = seconds(stamps.times().get(i));
        starts[i] = Math.floorDiv(stamp - (archive.stamp() == Stamp.END ? 1 : 0), DAY) * DAY;
        ends[i] = starts[i] + DAY;
      } else {
        long stamp = seconds(stamps.times().get(i));
        starts[i] =
            switch (archive.stamp()) {
              case START -> stamp;
              case MIDDLE -> stamp - step / 2;
              case END -> stamp - step;
            };
        ends[i] = starts[i] + step;
      }
    }
    return new StepTimes(starts, ends, stamps.calendar() == CfCalendar.NOLEAP);
  }

  private static Optional<TimeAxis> bounds(
      NetcdfInput input, NetcdfVariable axis, TimeAxis stamps) {
    return axis.attribute("bounds")
        .flatMap(input::find)
        .map(
            found -> {
              double[] edges = found.read();
              if (edges.length != 2 * stamps.size()) {
                throw found.problem(
                    "has " + edges.length + " values for " + stamps.size() + " times",
                    "Give a lower and an upper bound for every time",
                    null);
              }
              return TimeAxis.decode(
                  axis.attribute("units").orElse(""), axis.attribute("calendar").orElse(""), edges);
            });
  }

  private static long seconds(LocalDateTime time) {
    return time.toEpochSecond(ZoneOffset.UTC);
  }

  int size() {
    return starts.length;
  }
}
