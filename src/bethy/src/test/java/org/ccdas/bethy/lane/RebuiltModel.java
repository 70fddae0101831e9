package org.ccdas.bethy.lane;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ccdas.autodiff.GenerateKernels;
import org.ccdas.autodiff.emit.GeneratedClasses;

/**
 * This module built anew from changed process sources: kernels generated from them, and all other
 * classes compiled from the sources as they are. No class of the module as it is can be seen from
 * there.
 */
final class RebuiltModel extends ClassLoader {
  private static final String MODULE = "org.ccdas.bethy.";
  private static final Path MAIN = Path.of("src", "main", "java");
  private static final Path TESTS = Path.of("src", "test", "java");
  private static final String PROCESS = MODULE + "process";
  private static final String KERNEL = MODULE + "kernel";

  private final Map<String, byte[]> classes;

  private RebuiltModel(Map<String, byte[]> classes) {
    super(RebuiltModel.class.getClassLoader());
    this.classes = classes;
  }

  /** The folder of a package below a root of sources. */
  private static Path folder(Path root, String name) {
    return root.resolve(name.replace('.', '/'));
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** Copies the process sources below a folder, to be changed there. */
  static Path copyProcesses(Path root) throws IOException {
    Path target = Files.createDirectories(folder(root, PROCESS));
    for (Path source : sources(folder(MAIN, PROCESS))) {
      Files.copy(source, target.resolve(source.getFileName()));
    }
    return target;
  }

  /**
   * Builds.
   *
   * @param root where {@link #copyProcesses} left the sources
   * @param tests names of test classes that are compiled too, without {@code org.ccdas.bethy.}
   */
  static RebuiltModel build(Path root, List<String> tests) throws IOException {
    String classpath = System.getProperty("java.class.path");
    Path generated = root.resolve("generated");
    GenerateKernels.generate(
        new GenerateKernels.Options(root, PROCESS, KERNEL, generated, classpath, 64, 12, 12, 7500));
    Map<String, String> kernels = new TreeMap<>();
    for (Path file : sources(folder(generated, KERNEL))) {
      String name = file.getFileName().toString().replace(".java", "");
      kernels.put(KERNEL + "." + name, Files.readString(file));
    }
    List<Path> files = new ArrayList<>(sources(folder(root, PROCESS)));
    for (String name : List.of("lane", "table", "weather")) {
      files.addAll(sources(folder(MAIN, MODULE + name)));
    }
    for (String test : tests) {
      files.add(TESTS.resolve((MODULE + test).replace('.', '/') + ".java"));
    }
    return new RebuiltModel(GeneratedClasses.compile(kernels, files, classpath));
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(MODULE)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name + " is not of the model that was built anew");
    }
    return defineClass(name, bytes, 0, bytes.length);
  }
}
