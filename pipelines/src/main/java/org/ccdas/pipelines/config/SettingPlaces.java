package org.ccdas.pipelines.config;

import java.io.StringReader;
import java.util.List;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Line and column of every key of a YAML text, so that an error can name its place. */
final class SettingPlaces {
  private final TreeMap<String, Mark> marks = new TreeMap<>();

  /**
   * Reads a text that is known to be valid YAML.
   *
   * @throws YAMLException when it uses what experiment files do without: tags of other types,
   *     aliases of groups, nesting beyond the library's bound
   */
  SettingPlaces(String yaml) {
    LoaderOptions options = new LoaderOptions();
    // groups that stand for others may contain themselves, or grow without end
    options.setMaxAliasesForCollections(0);
    Node root = new Yaml(options).compose(new StringReader(yaml));
    if (root != null) {
      collect("", root);
    }
  }

  private void collect(String path, Node node) {
    marks.putIfAbsent(path, node.getStartMark());
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          String child = child(path, key.getValue());
          marks.put(child, key.getStartMark());
          collect(child, tuple.getValueNode());
        }
      }
    } else if (node instanceof SequenceNode sequence) {
      List<Node> elements = sequence.getValue();
      for (int i = 0; i < elements.size(); i++) {
        collect(path + "[" + i + "]", elements.get(i));
      }
    }
  }

  /** The path of a key below another path. */
  static String child(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /**
   * The place of a key in words, for example {@code line 12, column 3 (minimiser.memory)}. A key
   * that the file lacks has the place of the nearest one above it.
   */
  String describe(String path) {
    String known = path;
    while (!known.isEmpty() && !marks.containsKey(known)) {
      known =
          known.substring(0, Math.max(0, Math.max(known.lastIndexOf('.'), known.lastIndexOf('['))));
    }
    Mark mark = marks.get(known);
    String name = path.isEmpty() ? "" : " (" + path + ")";
    return mark == null
        ? path
        : "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + name;
  }
}
