package org.ccdas.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFile;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.report.page.Page;
import org.ccdas.report.page.Section;
import org.ccdas.report.picture.Fonts;
import org.ccdas.report.picture.Picture;
import org.ccdas.report.run.RunResults;
import org.ccdas.report.section.Answer;
import org.ccdas.report.section.AttributionSection;
import org.ccdas.report.section.CorrelationSection;
import org.ccdas.report.section.CostSection;
import org.ccdas.report.section.ErrorStatisticsSection;
import org.ccdas.report.section.FluxMapsSection;
import org.ccdas.report.section.ParametersSection;
import org.ccdas.report.section.PlausibilitySection;
import org.ccdas.report.section.ProvenanceSection;
import org.ccdas.report.section.RegionsSection;
import org.ccdas.report.section.RejectionSection;
import org.ccdas.report.section.UncertaintyCheckSection;
import org.ccdas.report.section.VariabilitySection;
import org.ccdas.report.stream.StreamPages;

/**
 * The page {@value #PAGE} of a run, and each of its pictures in the folder {@value #PICTURES}. Only
 * the result files of the run folder are read, so that the page can be made at any time.
 *
 * <pre>{@code
 * Location page = Report.write(Location.of("out"));
 * }</pre>
 */
public final class Report {
  /** Name of the page. */
  public static final String PAGE = "report.html";

  /** Name of the folder of pictures. */
  public static final String PICTURES = "pictures";

  private Report() {}

  /**
   * Writes page and pictures into the folder of the run; pictures of a former page are replaced or
   * removed.
   *
   * @return the page
   * @throws InputException when the folder has no summary of a run, a result file is damaged, or
   *     the machine has no fonts
   */
  public static Location write(Location folder) throws IOException {
    Fonts.require();
    RunResults run = RunResults.read(folder);
    List<Section> sections = new ArrayList<>();
    sections.add(CostSection.of(run));
    sections.add(ParametersSection.of(run));
    sections.add(CorrelationSection.of(run));
    sections.add(UncertaintyCheckSection.of(run));
    sections.add(ErrorStatisticsSection.of(run));
    StreamPages.of(run).forEach(stream -> sections.addAll(stream.sections(run)));
    sections.add(FluxMapsSection.of(run));
    sections.add(RegionsSection.of(run));
    sections.add(AttributionSection.of(run));
    sections.add(VariabilitySection.of(run));
    sections.add(RejectionSection.of(run));
    sections.add(PlausibilitySection.of(run));
    sections.add(ProvenanceSection.of(run));
    Page page = new Page(run.summary().title(), Answer.of(run), sections);
    writePictures(sections, run.files().path(PICTURES));
    Location file = run.files().path(PAGE);
    StoredFiles.write(file, page.html().getBytes(StandardCharsets.UTF_8));
    return file;
  }

  /**
   * Writes the pictures of a page, and removes those of a former one.
   *
   * @param folder made if it is missing
   */
  public static void writePictures(List<Section> sections, Location folder) throws IOException {
    StoredFiles.makeFolder(folder);
    Set<Location> written = new HashSet<>();
    for (Section section : sections) {
      for (Picture picture : section.pictures()) {
        Location file = folder.resolve(picture.name() + ".png");
        if (!written.add(file)) {
          throw new IllegalStateException("two pictures are called " + picture.name());
        }
        StoredFiles.write(file, picture.png());
      }
    }
    StoredFiles.removeTemporaries(folder);
    // an object store has no folder without a picture
    List<StoredFile> present = StoredFiles.isFolder(folder) ? StoredFiles.list(folder) : List.of();
    for (StoredFile file : present) {
      if (file.location().name().endsWith(".png") && !written.contains(file.location())) {
        StoredFiles.delete(file.location());
      }
    }
  }
}
