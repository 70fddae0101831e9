package org.ccdas.autodiff;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccdas.autodiff.emit.Fingerprint;
import org.ccdas.autodiff.emit.KernelChecks;
import org.ccdas.autodiff.emit.KernelRegistrySource;
import org.ccdas.autodiff.emit.KernelSource;
import org.ccdas.autodiff.emit.LaneKernelSource;
import org.ccdas.autodiff.emit.RuntimeSource;
import org.ccdas.autodiff.emit.SourceFolder;
import org.ccdas.autodiff.trace.KernelTracer;
import org.ccdas.autodiff.trace.ProcessSources;
import org.ccdas.autodiff.trace.TracedKernel;

/**
 * Generates the kernels of a package: reads its sources, differentiates every method marked {@link
 * Kernel}, and writes a class for each and one that lists them. Nothing is written when anything is
 * wrong.
 */
public final class GenerateKernels {
  private static final String USAGE =
      "usage: --sources DIR --package NAME --target-package NAME --out DIR"
          + " [--classpath CP] [--lanes 64] [--loop-nodes 12] [--max-nodes 12] [--max-bytes 7500]";

  /** Remembers in the output folder what was generated from what. */
  private static final String STAMP = "kernels.stamp";

  private GenerateKernels() {}

  /**
   * What to generate.
   *
   * @param sources root of the Java sources
   * @param sourcePackage package of the processes
   * @param targetPackage package of the kernels
   * @param out root of the generated sources
   * @param classpath classes that the processes use besides their own, separated as by the JVM
   * @param lanes lanes computed in a call; another number than 64 is for comparisons
   * @param loopNodes most operations in a loop over lanes
   * @param maxNodes most operations in a generated method
   * @param maxBytes most bytes of bytecode in a generated method
   */
  public record Options(
      Path sources,
      String sourcePackage,
      String targetPackage,
      Path out,
      String classpath,
      int lanes,
      int loopNodes,
      int maxNodes,
      int maxBytes) {}

  /** Runs from a command line: see the usage. Prints one line for each kernel. */
  public static void main(String[] arguments) throws IOException {
    generate(parse(arguments)).forEach(System.out::println);
  }

  /**
   * Generates the kernels of a package.
   *
   * @return one line for each kernel with its figures
   * @throws SubsetException when a source cannot be differentiated or compiled
   * @throws IllegalStateException when a generated method is too large
   * @throws IOException when a file cannot be read or written
   */
  public static List<String> generate(Options options) throws IOException {
    List<Path> files = sourceFiles(options);
    SourceFolder target = new SourceFolder(options.out(), options.targetPackage());
    Path stamp = options.out().resolve(STAMP);
    String inputs = fingerprint(options, files);
    if (Files.exists(stamp)) {
      List<String> last = Files.readAllLines(stamp);
      String outputs = new Fingerprint().add(target.files()).text();
      if (last.size() >= 2 && last.get(0).equals(inputs) && last.get(1).equals(outputs)) {
        return List.copyOf(last.subList(2, last.size()));
      }
    }
    List<String> lines = generate(options, files, target);
    List<String> record = new ArrayList<>();
    record.add(inputs);
    record.add(new Fingerprint().add(target.files()).text());
    record.addAll(lines);
    Files.write(stamp, record);
    return lines;
  }

  private static String fingerprint(Options options, List<Path> files) throws IOException {
    return new Fingerprint()
        .add(GenerateKernels.class)
        .add(options.sourcePackage())
        .add(options.targetPackage())
        .add(options.classpath())
        .add(options.lanes() + " " + options.loopNodes())
        .add(options.maxNodes() + " " + options.maxBytes())
        .add(files)
        .text();
  }

  private static List<String> generate(Options options, List<Path> files, SourceFolder target)
      throws IOException {
    Map<String, String> texts = new TreeMap<>();
    List<KernelSource> kernels = new ArrayList<>();
    texts.put(
        LaneKernelSource.NAME, LaneKernelSource.text(options.targetPackage(), options.lanes()));
    texts.putAll(RuntimeSource.texts(options.targetPackage(), options.lanes()));
    List<TracedKernel> all = trace(options, files);
    texts.put(
        KernelRegistrySource.NAME,
        KernelRegistrySource.text(
            options.targetPackage(), all.stream().map(TracedKernel::name).toList()));
    for (TracedKernel traced : all) {
      KernelSource kernel =
          new KernelSource(
              traced,
              options.targetPackage(),
              options.lanes(),
              options.loopNodes(),
              options.maxNodes(),
              options.maxBytes());
      kernels.add(kernel);
      putNew(texts, kernel.name(), kernel.text(), traced);
      kernel.narrowName().ifPresent(name -> putNew(texts, name, kernel.narrowText(), traced));
    }
    Map<String, Integer> largest =
        KernelChecks.largestMethods(
            options.targetPackage(), texts, files, options.classpath(), options.maxBytes());
    Map<String, String> byFile = new TreeMap<>();
    texts.forEach((name, text) -> byFile.put(name + ".java", text));
    target.replace(byFile);
    return kernels.stream()
        .map(k -> k.summary() + ", largest method " + largest.get(k.name()) + " bytes")
        .toList();
  }

  private static void putNew(
      Map<String, String> texts, String name, String text, TracedKernel kernel) {
    if (texts.put(name, text) != null) {
      throw new IllegalArgumentException(
          "a kernel of " + kernel.origin() + " is named " + name + ": rename it");
    }
  }

  private static List<TracedKernel> trace(Options options, List<Path> files) throws IOException {
    try (ProcessSources sources = ProcessSources.read(files, options.classpath())) {
      return KernelTracer.traceAll(sources);
    }
  }

  private static List<Path> sourceFiles(Options options) throws IOException {
    Path folder = options.sources().resolve(options.sourcePackage().replace('.', '/'));
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          folder + " is no folder: give the root of the sources and a package in it");
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static Options parse(String[] arguments) {
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!arguments[i].startsWith("--") || i + 1 == arguments.length) {
        throw new IllegalArgumentException("'" + arguments[i] + "' stands alone; " + USAGE);
      }
      given.put(arguments[i], arguments[i + 1]);
    }
    Options options =
        new Options(
            Path.of(required(given, "--sources")),
            required(given, "--package"),
            required(given, "--target-package"),
            Path.of(required(given, "--out")),
            given.containsKey("--classpath") ? given.remove("--classpath") : ownClasspath(),
            number(given, "--lanes", 64),
            number(given, "--loop-nodes", 12),
            number(given, "--max-nodes", 12),
            number(given, "--max-bytes", 7500));
    if (!given.isEmpty()) {
      throw new IllegalArgumentException("unknown " + given.keySet() + "; " + USAGE);
    }
    return options;
  }

  private static String required(Map<String, String> given, String name) {
    String value = given.remove(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing; " + USAGE);
    }
    return value;
  }

  private static int number(Map<String, String> given, String name, int otherwise) {
    String value = given.remove(name);
    if (value == null) {
      return otherwise;
    } else if (!value.matches("[1-9]\\d{0,8}")) {
      throw new IllegalArgumentException(name + " " + value + " is no positive number; " + USAGE);
    }
    return Integer.parseInt(value);
  }

  /**
   * The classpath that this class was started with; Maven gives it as a class loader of its own.
   */
  private static String ownClasspath() {
    if (GenerateKernels.class.getClassLoader() instanceof URLClassLoader loader) {
      return Stream.of(loader.getURLs())
          .map(GenerateKernels::path)
          .collect(Collectors.joining(File.pathSeparator));
    }
    return System.getProperty("java.class.path");
  }

  private static String path(URL url) {
    try {
      return Path.of(url.toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("a class path with " + url, e);
    }
  }
}
