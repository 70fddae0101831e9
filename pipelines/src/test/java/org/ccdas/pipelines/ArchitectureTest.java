package org.ccdas.pipelines;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.stream.Stream;
import org.ccdas.observe.stream.ObservationStreams;

/**
 * Holds the direction of dependencies: autodiff, bethy, inputs, transport, observe, assimilate,
 * transforms, pipelines; verify, evaluate and report beside.
 */
@AnalyzeClasses(
    packages = "org.ccdas",
    importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {
  /**
   * Tests of one package may use another that builds on it, also where they come packed in a jar.
   */
  static final class NoTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  @ArchTest
  static final ArchRule DEPENDENCIES_POINT_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("org.ccdas..")
          .layer("autodiff")
          .definedBy("org.ccdas.autodiff..")
          .layer("bethy")
          .definedBy("org.ccdas.bethy..")
          .layer("inputs")
          .definedBy("org.ccdas.inputs..")
          .layer("transport")
          .definedBy("org.ccdas.transport..")
          .layer("observe")
          .definedBy("org.ccdas.observe..")
          .layer("assimilate")
          .definedBy("org.ccdas.assimilate..")
          .layer("verify")
          .definedBy("org.ccdas.verify..")
          .layer("evaluate")
          .definedBy("org.ccdas.evaluate..")
          .layer("report")
          .definedBy("org.ccdas.report..")
          .layer("transforms")
          .definedBy("org.ccdas.transforms..")
          .layer("pipelines")
          .definedBy("org.ccdas.pipelines..")
          .whereLayer("pipelines")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("transforms")
          .mayOnlyBeAccessedByLayers("pipelines")
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("pipelines")
          .whereLayer("verify")
          .mayOnlyBeAccessedByLayers("pipelines")
          .whereLayer("evaluate")
          .mayOnlyBeAccessedByLayers("report", "pipelines")
          .whereLayer("assimilate")
          .mayOnlyBeAccessedByLayers("transforms", "verify", "report", "pipelines")
          .whereLayer("observe")
          .mayOnlyBeAccessedByLayers("assimilate", "transforms", "verify", "report", "pipelines")
          .whereLayer("transport")
          .mayOnlyBeAccessedByLayers(
              "observe", "assimilate", "transforms", "verify", "report", "pipelines")
          .whereLayer("inputs")
          .mayOnlyBeAccessedByLayers(
              "transport",
              "observe",
              "assimilate",
              "transforms",
              "verify",
              "evaluate",
              "report",
              "pipelines")
          .whereLayer("bethy")
          .mayOnlyBeAccessedByLayers(
              "inputs", "transport", "observe", "assimilate", "transforms", "verify", "pipelines")
          .whereLayer("autodiff")
          .mayOnlyBeAccessedByLayers("bethy");

  /** The differentiator reads these sources before anything else of the model is compiled. */
  @ArchTest
  static final ArchRule PROCESSES_STAND_ALONE =
      classes()
          .that()
          .resideInAPackage("org.ccdas.bethy.process")
          .and()
          .doNotHaveSimpleName("Smooth")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("org.ccdas.bethy.process", "org.ccdas.autodiff", "java.lang..");

  @ArchTest
  static final ArchRule SMOOTH_ADDS_THE_ERROR_FUNCTION =
      classes()
          .that()
          .resideInAPackage("org.ccdas.bethy.process")
          .and()
          .haveSimpleName("Smooth")
          .should()
          .onlyDependOnClassesThat(
              JavaClass.Predicates.resideInAnyPackage(
                      "org.ccdas.bethy.process", "org.ccdas.autodiff", "java.lang..")
                  .or(
                      JavaClass.Predicates.equivalentTo(
                          org.apache.commons.math3.special.Erf.class)))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule SCIENCE_KNOWS_NO_RUNNER =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.ccdas.autodiff..",
              "org.ccdas.bethy..",
              "org.ccdas.inputs..",
              "org.ccdas.verify.benchmark..",
              "org.ccdas.evaluate..",
              "org.ccdas.report..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.beam..", "org.apache.flink..", "com.google..");

  /** Files are reached through the storage that their address belongs to. */
  @ArchTest
  static final ArchRule ONLY_LOCAL_THINGS_ARE_LOCAL_FILES =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.ccdas.autodiff..", "org.ccdas.inputs.file..")
          // local copies and temporary files, for a library
          .and()
          .doNotHaveSimpleName("NetcdfInput")
          .and()
          .doNotHaveSimpleName("ClassicHeader")
          .and()
          .doNotHaveSimpleName("CatdsWriter")
          .and()
          .doNotHaveSimpleName("InputDigest")
          .and()
          .doNotHaveSimpleName("BeamStorage")
          // jars, programs of the machine and their files, the trace of a failure
          .and()
          .doNotHaveSimpleName("WorkerCode")
          .and()
          .resideOutsideOfPackages("org.ccdas.verify.benchmark..")
          .and()
          .doNotHaveFullyQualifiedName("org.ccdas.pipelines.bench.IngestBench")
          .and()
          .haveNameNotMatching(".*BenchCommand(\\$.*)?")
          .and()
          .haveNameNotMatching(".*FlinkCommand(\\$.*)?")
          .and()
          .doNotHaveSimpleName("Failure")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.nio\\.file\\.Files|java\\.io\\.(File|RandomAccessFile)");

  /** Workers load what the transforms need, and no charts. */
  @ArchTest
  static final ArchRule ONLY_THE_REPORT_DRAWS =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.ccdas.report..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.jfree..", "java.awt..");

  @ArchTest
  static final ArchRule REPORT_HAS_NO_CYCLES =
      slices().matching("org.ccdas.report.(*)..").should().beFreeOfCycles();

  /**
   * The system loops over the streams of observations that are installed: only its own packages
   * know a stream, {@code observe.STREAM}, {@code verify.STREAM} and {@code report.STREAM}.
   */
  @ArchTest
  static final ArchRule ONLY_ITS_OWN_PACKAGES_KNOW_A_STREAM =
      CompositeArchRule.of(
          ObservationStreams.all().stream()
              .map(stream -> stream.getClass().getPackageName())
              .map(ArchitectureTest::packagesOfStream)
              .map(
                  own ->
                      noClasses()
                          .that()
                          .resideOutsideOfPackages(own)
                          .should()
                          .dependOnClassesThat()
                          .resideInAnyPackage(own))
              .toList());

  private static String[] packagesOfStream(String observing) {
    return Stream.of("observe", "verify", "report")
        .map(module -> observing.replace("ccdas.observe", "ccdas." + module) + "..")
        .toArray(String[]::new);
  }

  @ArchTest
  static final ArchRule FLASKS_ARE_READ_FOR_CO2 =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.ccdas.observe.station..",
              "org.ccdas.observe.co2..",
              "org.ccdas.verify.co2..",
              // transport models are judged by flasks
              "org.ccdas.pipelines.transport..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.ccdas.observe.station..");

  @ArchTest
  static final ArchRule PACKAGES_HAVE_SUBJECTS =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..util..", "..utils..", "..helper..", "..helpers..", "..manager..", "..common..");

  @ArchTest
  static final ArchRule INPUTS_HAVE_NO_CYCLES =
      slices().matching("org.ccdas.inputs.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule OBSERVATIONS_HAVE_NO_CYCLES =
      slices().matching("org.ccdas.observe.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule ASSIMILATION_HAS_NO_CYCLES =
      slices().matching("org.ccdas.assimilate.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule VERIFICATION_HAS_NO_CYCLES =
      slices().matching("org.ccdas.verify.(*)..").should().beFreeOfCycles();
}
