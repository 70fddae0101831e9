package org.ccdas.report.comparison;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.report.Report;
import org.ccdas.report.compared.ComparedRun;
import org.ccdas.report.compared.ComparisonIndex;
import org.ccdas.report.page.Html;
import org.ccdas.report.page.HtmlTable;
import org.ccdas.report.page.Page;
import org.ccdas.report.page.Section;
import org.ccdas.report.picture.Fonts;
import org.ccdas.report.run.RunProvenance;
import org.ccdas.report.stream.StreamPage;
import org.ccdas.report.stream.StreamPages;

/**
 * The page {@value #PAGE} of a comparison, its pictures in the folder {@value Report#PICTURES}, and
 * its numbers in {@value #TABLE}. Only files of the members' folders are read, so that all of it
 * can be made at any time, also while members are missing.
 */
public final class ComparisonReport {
  /** Name of the page. */
  public static final String PAGE = "comparison.html";

  /** Name of the table. */
  public static final String TABLE = "comparison.csv";

  private final ComparisonIndex index;
  private final List<ComparedRun> runs;

  private ComparisonReport(ComparisonIndex index, List<ComparedRun> runs) {
    this.index = index;
    this.runs = runs;
  }

  /**
   * Writes page, pictures and table into the folder of the comparison, and the table in short for a
   * person.
   *
   * @throws InputException when the folder has no comparison, or a result file is damaged
   */
  public static void write(Location folder, PrintWriter out) throws IOException {
    Fonts.require();
    ComparisonIndex index = ComparisonIndex.read(folder);
    ComparisonReport report = new ComparisonReport(index, ComparedRun.of(folder, index));
    StoredFiles.write(
        folder.resolve(TABLE),
        ComparisonCsv.of(index, report.runs).getBytes(StandardCharsets.UTF_8));
    List<Section> sections = report.sections();
    Page page = new Page(index.title(), report.lead(), sections);
    Report.writePictures(sections, folder.resolve(Report.PICTURES));
    StoredFiles.write(folder.resolve(PAGE), page.html().getBytes(StandardCharsets.UTF_8));
    report.print(folder, out);
  }

  private void print(Location folder, PrintWriter out) {
    out.println(index.title());
    SideBySide.of(runs).lines().forEach(out::println);
    SameMinimum.of(runs).forEach(pair -> out.println(pair.sentence()));
    for (ComparisonIndex.Member member : index.members()) {
      if (member.failed()) {
        out.println("member " + member.name() + " failed: " + member.error());
      }
    }
    notes().forEach(out::println);
    out.println("Comparison in " + folder + ":");
    out.println("  " + PAGE + "  " + TABLE + "  and a folder for each member");
    out.flush();
  }

  private List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    sections.add(members());
    if (runs.isEmpty()) {
      return sections;
    }
    Section table = Section.of("table", "Side by side").add(SideBySide.of(runs).html().html());
    for (SameMinimum pair : SameMinimum.of(runs)) {
      table = table.paragraph(pair.sentence());
    }
    sections.add(table);
    StreamPages.all().forEach(stream -> sections.addAll(stream.compared(runs)));
    sections.add(FluxSection.of(runs));
    sections.add(LearnedSection.of(runs));
    sections.add(YearsSection.of(runs));
    return sections;
  }

  private List<Html> lead() {
    List<Html> lead = new ArrayList<>();
    lead.add(
        Html.paragraph(
            "The question: what do different observations say of the same model, from the same prior,"
                + " and how well does what they say predict observations that were not used?"));
    Html.Element answer = Html.element("div").with("class", "answer");
    for (ComparedRun run : runs) {
      answer = answer.add(Html.paragraph(Sentences.of(run)));
    }
    for (StreamPage stream : StreamPages.all()) {
      for (String sentence : stream.predicted(runs)) {
        answer = answer.add(Html.paragraph(sentence));
      }
    }
    if (!runs.isEmpty()) {
      lead.add(answer);
    }
    notes().forEach(note -> lead.add(Html.element("p", note).with("class", "note")));
    return lead;
  }

  /** What a reader must know to understand the numbers. */
  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    List<String> missing =
        index.members().stream()
            .map(ComparisonIndex.Member::name)
            .filter(name -> runs.stream().noneMatch(run -> run.name().equals(name)))
            .toList();
    if (!missing.isEmpty()) {
      notes.add("Not among the results: " + String.join(", ", missing) + ".");
    }
    runs.stream()
        .flatMap(run -> run.run().summary().notes().stream())
        .distinct()
        .forEach(notes::add);
    List<String> changed = changedInputs();
    if (!changed.isEmpty()) {
      notes.add(
          "Files have changed between the runs of the members, which are not to be compared: "
              + String.join(", ", changed)
              + ".");
    }
    return notes;
  }

  /** Input files that had different contents when different members read them. */
  private List<String> changedInputs() {
    Map<String, String> known = new TreeMap<>();
    TreeSet<String> changed = new TreeSet<>();
    for (ComparedRun run : runs) {
      Map<String, String> inputs =
          run.run().provenance().map(RunProvenance::inputs).orElse(new TreeMap<>());
      inputs.forEach(
          (path, digest) -> {
            String former = known.putIfAbsent(path, digest);
            if (former != null && !former.equals(digest)) {
              changed.add(path);
            }
          });
    }
    return List.copyOf(changed);
  }

  private Section members() {
    HtmlTable table =
        new HtmlTable("The runs, all with the same prior")
            .texts("member", "assimilates", "holds out", "minimiser", "");
    for (ComparisonIndex.Member member : index.members()) {
      boolean done = runs.stream().anyMatch(run -> run.name().equals(member.name()));
      table.row(
          member.name(),
          member.isPrior() ? "nothing: the prior" : String.join(", ", Sentences.streams(member)),
          String.join(", ", member.heldOut()),
          member.minimiser(),
          done ? "done" : member.failed() ? "failed: " + member.error() : "not run");
    }
    return Section.of("members", "Members")
        .add(table.html())
        .paragraph(
            "Each member has a folder of its name beside this page, with a report of its own."
                + " Observations that a member does not assimilate are still compared with it.");
  }
}
