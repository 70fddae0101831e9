package org.ccdas.inputs.grid;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.CsvTable;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;

/**
 * The land cells of the model grid, in the order of their table (spec section 4.1).
 *
 * @param cells all cells; numbers and centres are unique
 */
public record CellTable(List<Cell> cells) implements Serializable {
  private static final String GRID_INFO_MARK = "#vpEl";

  /** Share of a cell by which cells with rounded edges may overlap. */
  private static final double ROUNDING = 0.01;

  /** Degrees; divides 360. */
  private static final double BIN = 2;

  private static final String[] EDGES = {"south", "north", "west", "east"};

  /** Keeps its own list and checks that no cell is there twice. */
  public CellTable {
    cells = List.copyOf(cells);
    if (cells.isEmpty()) {
      throw new IllegalArgumentException("a cell table needs at least one cell");
    }
    Set<Integer> ids = new HashSet<>();
    for (Cell cell : cells) {
      if (!ids.add(cell.id())) {
        throw new IllegalArgumentException("cell " + cell.id() + " is there twice");
      }
    }
  }

  /**
   * Reads a table: either CSV with columns {@code cell,lat,lon,n_tiles,pft1,pft2,pft3} and
   * optionally {@code area_m2} and {@code south,north,west,east}, or the blank-separated {@code
   * bethy_gridinfo} format with one line a tile. Without columns for the edges they follow from the
   * spacing of the centres.
   *
   * @throws InputException naming the line
   */
  public static CellTable read(Location path) {
    String file = path.toString();
    try {
      byte[] bytes = StoredFiles.read(path);
      // its decoder refuses what is not UTF-8
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(
                  new ByteArrayInputStream(bytes), StandardCharsets.UTF_8.newDecoder()));
      String first = reader.readLine();
      List<Row> rows =
          first != null && first.startsWith(GRID_INFO_MARK)
              ? gridInfoRows(file, reader)
              : csvRows(CsvTable.parse(file, bytes, "cell", "lat", "lon", "n_tiles", "pft1"));
      return new CellTable(cells(file, rows));
    } catch (IOException e) {
      throw new InputException(
          file,
          "",
          StoredFiles.exists(path) ? "cannot be read: " + e.getMessage() : "there is no such file",
          "Check the path in the configuration",
          e);
    }
  }

  /** What a table states of a cell. */
  private record Row(
      String place,
      int id,
      double lat,
      double lon,
      Optional<Double> area,
      Optional<LatLonBox> box,
      List<Integer> pfts) {}

  private static List<Row> csvRows(CsvTable table) {
    List<Row> rows = new ArrayList<>();
    for (CsvTable.Row line : table.rows()) {
      List<Integer> pfts = new ArrayList<>();
      for (int tile = 1; tile <= Cell.MOST_TILES; tile++) {
        if (line.find("pft" + tile).isPresent()) {
          pfts.add(line.integer("pft" + tile));
        }
      }
      if (line.integer("n_tiles") != pfts.size()) {
        throw line.problem(
            "n_tiles is " + line.integer("n_tiles") + " but PFTs are " + pfts, "Correct the line");
      }
      rows.add(
          new Row(
              line.place(),
              line.integer("cell"),
              line.number("lat"),
              line.number("lon"),
              line.find("area_m2").map(text -> line.number("area_m2")),
              edges(line),
              pfts));
    }
    return rows;
  }

  private static Optional<LatLonBox> edges(CsvTable.Row line) {
    if (line.find(EDGES[0]).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new LatLonBox(
              line.number(EDGES[0]),
              line.number(EDGES[1]),
              line.number(EDGES[2]),
              line.number(EDGES[3])));
    } catch (IllegalArgumentException e) {
      throw line.problem(e.getMessage(), "Correct the edges of the cell");
    }
  }

  private static List<Row> gridInfoRows(String file, BufferedReader reader) throws IOException {
    Map<Integer, Row> rows = new LinkedHashMap<>();
    int number = 1;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      String place = "line " + ++number;
      if (line.isBlank()) {
        continue;
      }
      String[] fields = line.strip().split("\\s+");
      try {
        int id = Integer.parseInt(fields[1]);
        int pft = Integer.parseInt(fields[2]);
        double lat = Double.parseDouble(fields[4]);
        double lon = Double.parseDouble(fields[5]);
        Row row =
            rows.computeIfAbsent(
                id,
                key ->
                    new Row(
                        place,
                        id,
                        lat,
                        lon,
                        Optional.empty(),
                        Optional.empty(),
                        new ArrayList<>()));
        if (row.lat() != lat || row.lon() != lon) {
          throw new InputException(
              file, place, "cell " + id + " has two centres", "Correct the line");
        }
        row.pfts().add(pft);
      } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
        throw new InputException(
            file,
            place,
            "is not a line of tile, cell, PFT, phenotype, latitude, longitude",
            "Correct the line",
            e);
      }
    }
    return new ArrayList<>(rows.values());
  }

  private static List<Cell> cells(String file, List<Row> rows) {
    if (rows.isEmpty()) {
      throw new InputException(file, "", "has no cells", "Give at least one");
    }
    checkUnique(file, rows);
    rows.forEach(row -> checkCentre(file, row));
    Optional<GridSpacing> spacing =
        GridSpacing.of(
            rows.stream().mapToDouble(Row::lat).toArray(),
            rows.stream().mapToDouble(Row::lon).toArray());
    List<Cell> cells = rows.stream().map(row -> cell(file, row, spacing)).toList();
    checkApart(file, rows, cells);
    return cells;
  }

  private static void checkUnique(String file, List<Row> rows) {
    Map<Integer, String> ids = new HashMap<>();
    Map<List<Double>, String> centres = new HashMap<>();
    for (Row row : rows) {
      String before = ids.putIfAbsent(row.id(), row.place());
      if (before != null) {
        throw new InputException(
            file, row.place(), "cell " + row.id() + " is also at " + before, "Remove one");
      }
      before = centres.putIfAbsent(List.of(row.lat(), row.lon()), row.place());
      if (before != null) {
        throw new InputException(
            file, row.place(), "a cell with this centre is also at " + before, "Remove one");
      }
    }
  }

  /** Two cells on the same ground would count its carbon twice. */
  private static void checkApart(String file, List<Row> rows, List<Cell> cells) {
    // only cells that share a bin can overlap
    Map<Integer, List<Integer>> bins = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      for (int bin : bins(cells.get(i).box())) {
        List<Integer> before = bins.computeIfAbsent(bin, b -> new ArrayList<>());
        for (int j : before) {
          LatLonBox box = cells.get(i).box();
          LatLonBox other = cells.get(j).box();
          if (box.overlap(other) > ROUNDING * Math.min(box.area(), other.area())) {
            throw new InputException(
                file,
                rows.get(i).place(),
                "cell "
                    + cells.get(i).id()
                    + " overlaps cell "
                    + cells.get(j).id()
                    + " at "
                    + rows.get(j).place()
                    + ": "
                    + box
                    + " and "
                    + other,
                "Remove one, or correct their edges");
          }
        }
        before.add(i);
      }
    }
  }

  /** The bins of some degrees that a box reaches into, in any turn of the circle. */
  private static Set<Integer> bins(LatLonBox box) {
    Set<Integer> bins = new HashSet<>();
    int across = (int) (360 / BIN);
    for (int row = (int) Math.floor(box.south() / BIN); row * BIN < box.north(); row++) {
      for (int column = (int) Math.floor(box.west() / BIN); column * BIN < box.east(); column++) {
        bins.add(row * across + Math.floorMod(column, across));
      }
    }
    return bins;
  }

  private static void checkCentre(String file, Row row) {
    if (!(Math.abs(row.lat()) <= 90 && row.lon() >= -180 && row.lon() <= 360)) {
      throw new InputException(
          file,
          row.place(),
          "the centre " + row.lat() + " north, " + row.lon() + " east is impossible",
          "Give latitudes within -90..90 and longitudes within -180..360");
    }
  }

  private static Cell cell(String file, Row row, Optional<GridSpacing> spacing) {
    if (row.box().isEmpty() && spacing.isEmpty()) {
      throw new InputException(
          file,
          row.place(),
          "the centres show no regular grid, so that the edges of the cell are unknown",
          "Add the columns south,north,west,east");
    }
    try {
      LatLonBox box = row.box().orElseGet(() -> spacing.get().box(row.lat(), row.lon()));
      return new Cell(
          row.id(), row.lat(), row.lon(), box, row.area().orElse(box.area()), row.pfts());
    } catch (IllegalArgumentException e) {
      throw new InputException(file, row.place(), e.getMessage(), "Correct the line", e);
    }
  }

  /** Writes the table as CSV with edges and areas, such that {@link #read} gives it back. */
  public void write(Location path) throws IOException {
    StringBuilder text =
        new StringBuilder("cell,lat,lon,south,north,west,east,area_m2,n_tiles,pft1,pft2,pft3\n");
    for (Cell cell : cells) {
      LatLonBox box = cell.box();
      text.append(cell.id());
      for (double number :
          new double[] {
            cell.lat(), cell.lon(), box.south(), box.north(), box.west(), box.east(), cell.area()
          }) {
        text.append(',').append(number);
      }
      text.append(',').append(cell.pfts().size());
      for (int tile = 0; tile < Cell.MOST_TILES; tile++) {
        text.append(',').append(tile < cell.pfts().size() ? cell.pfts().get(tile) : "");
      }
      text.append('\n');
    }
    StoredFiles.write(path, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Number of cells. */
  public int size() {
    return cells.size();
  }

  /** Number of tiles of all cells. */
  public int tiles() {
    return cells.stream().mapToInt(cell -> cell.pfts().size()).sum();
  }
}
