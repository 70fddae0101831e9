package org.ccdas.assimilate.minimise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.ccdas.inputs.InputException;

/**
 * Minimisers as JSON trees: the kind and the state, or the members; and beside them which elements
 * need no search.
 *
 * @param json writes and reads the states
 */
record MinimiserJson(ObjectMapper json) {
  private static final String KIND = "minimiser";
  private static final String STATE = "state";
  private static final String MEMBERS = "members";
  private static final String LBFGS = "lbfgs";
  private static final String GAUSS_NEWTON = "gaussNewton";
  private static final String MULTI_START = "multiStart";
  private static final String ELIMINATION = "elimination";

  /** Writes a minimiser into an object. */
  void write(Minimiser minimiser, ObjectNode into) {
    if (minimiser instanceof Lbfgs lbfgs) {
      into.put(KIND, LBFGS);
      into.set(STATE, json.valueToTree(lbfgs.state()));
    } else if (minimiser instanceof GaussNewton gaussNewton) {
      into.put(KIND, GAUSS_NEWTON);
      into.set(STATE, json.valueToTree(gaussNewton.state()));
    } else if (minimiser instanceof Eliminating eliminating) {
      write(eliminating.search(), into);
      into.set(ELIMINATION, json.valueToTree(eliminating.state()));
    } else if (minimiser instanceof MultiStart multiStart) {
      into.put(KIND, MULTI_START);
      ArrayNode members = into.putArray(MEMBERS);
      multiStart.members().forEach(member -> write(member, members.addObject()));
    } else {
      throw new IllegalStateException("No file format for " + minimiser.getClass());
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param file name for messages
   * @throws InputException when the kind is unknown or the state missing
   * @throws JsonProcessingException when the state is damaged
   */
  Minimiser read(String file, JsonNode node) throws JsonProcessingException {
    Minimiser search = search(file, node);
    return node.has(ELIMINATION)
        ? new Eliminating(search, json.treeToValue(node.path(ELIMINATION), EliminatingState.class))
        : search;
  }

  private Minimiser search(String file, JsonNode node) throws JsonProcessingException {
    String kind = node.path(KIND).asText();
    switch (kind) {
      case LBFGS:
        return new Lbfgs(json.treeToValue(object(file, node), LbfgsState.class));
      case GAUSS_NEWTON:
        return new GaussNewton(json.treeToValue(object(file, node), GaussNewtonState.class));
      case MULTI_START:
        List<Minimiser> members = new ArrayList<>();
        for (JsonNode member : node.path(MEMBERS)) {
          members.add(read(file, member));
        }
        if (members.isEmpty()) {
          throw missing(file, MEMBERS);
        }
        return MultiStart.of(members);
      default:
        throw new InputException(
            file,
            KIND,
            "unknown minimiser '"
                + kind
                + "', known are "
                + String.join(", ", GAUSS_NEWTON, LBFGS, MULTI_START),
            "Resume with the program that wrote it, or start the run anew");
    }
  }

  private static JsonNode object(String file, JsonNode node) {
    if (!node.path(STATE).isObject()) {
      throw missing(file, STATE);
    }
    return node.path(STATE);
  }

  private static InputException missing(String file, String key) {
    return new InputException(
        file, "", "the key '" + key + "' is missing", "Restore the file, or start the run anew");
  }
}
