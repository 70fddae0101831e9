package org.ccdas.verify.world;

import java.util.ArrayList;
import java.util.List;
import org.ccdas.inputs.file.CsvTable;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.CellTable;
import org.ccdas.inputs.grid.LatLonBox;

/** The land of the synthetic world: cells of 12 x 15 degrees, from Natural Earth. */
final class WorldLand {
  private static final String RESOURCE = "land-mask.csv";
  private static final double HEIGHT = 12;
  private static final double WIDTH = 15;

  private WorldLand() {}

  /** The cells with the types that their climate lets grow; areas are those of the land. */
  static CellTable cells() {
    List<Cell> cells = new ArrayList<>();
    for (CsvTable.Row row :
        CsvTable.resource(WorldLand.class, RESOURCE, "lat", "lon", "land").rows()) {
      double lat = row.number("lat");
      double lon = row.number("lon");
      LatLonBox box = LatLonBox.around(lat, lon, HEIGHT, WIDTH);
      cells.add(
          new Cell(
              cells.size() + 1,
              lat,
              lon,
              box,
              box.area() * row.number("land"),
              WorldClimate.pfts(lat, lon)));
    }
    return new CellTable(cells);
  }
}
