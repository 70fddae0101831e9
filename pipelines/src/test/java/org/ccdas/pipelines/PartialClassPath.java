package org.ccdas.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class path of the tests without some packages, their resources and their lines in {@code
 * META-INF/services}, as if they had never been written; and with the jars of plug-ins.
 */
final class PartialClassPath extends URLClassLoader {
  private static final String SERVICES = "META-INF/services/";

  private final List<String> removed;
  private final Path folder;

  /**
   * A class loader that shares nothing with the present one but the JDK.
   *
   * @param removed packages, each with a dot at its end
   * @param folder for service files with lines left out
   * @param plugins jars that come first
   */
  PartialClassPath(List<String> removed, Path folder, Path... plugins) throws IOException {
    super(classPath(plugins), ClassLoader.getPlatformClassLoader());
    this.removed = List.copyOf(removed);
    this.folder = Files.createDirectories(folder);
  }

  private static URL[] classPath(Path... plugins) {
    String[] entries =
        System.getProperty("java.class.path").split(System.getProperty("path.separator"));
    return Stream.concat(Arrays.stream(plugins), Arrays.stream(entries).map(Path::of))
        .map(
            entry -> {
              try {
                return entry.toUri().toURL();
              } catch (MalformedURLException e) {
                throw new UncheckedIOException(e);
              }
            })
        .toArray(URL[]::new);
  }

  /** Calls a static method of strings of a class as this class loader has it. */
  Object call(Class<?> type, String method, String... arguments) throws Exception {
    Class<?> found = loadClass(type.getName());
    assertThat(found).isNotSameAs(type);
    Class<?>[] types = new Class<?>[arguments.length];
    Arrays.fill(types, String.class);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(this);
    try {
      return found.getMethod(method, types).invoke(null, (Object[]) arguments);
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private boolean isRemoved(String name) {
    return removed.stream().anyMatch(name::startsWith);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (isRemoved(name)) {
      throw new ClassNotFoundException(name + " was removed");
    }
    return super.findClass(name);
  }

  @Override
  public URL findResource(String name) {
    if (isRemoved(name.replace('/', '.'))) {
      return null;
    }
    URL found = super.findResource(name);
    return found == null || !name.startsWith(SERVICES) ? found : without(found);
  }

  @Override
  public Enumeration<URL> findResources(String name) throws IOException {
    if (isRemoved(name.replace('/', '.'))) {
      return Collections.emptyEnumeration();
    }
    Enumeration<URL> found = super.findResources(name);
    return name.startsWith(SERVICES)
        ? Collections.enumeration(Collections.list(found).stream().map(this::without).toList())
        : found;
  }

  /** A service file without the lines of what is removed; the same when there are none. */
  private URL without(URL services) {
    try (InputStream in = services.openStream()) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      if (lines.stream().noneMatch(this::isRemoved)) {
        return services;
      }
      String kept =
          lines.stream()
              .filter(line -> !isRemoved(line))
              .collect(Collectors.joining("\n", "", "\n"));
      return Files.writeString(Files.createTempFile(folder, "services", ""), kept).toUri().toURL();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
