package org.ccdas.pipelines.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.inputs.setting.Setting;
import org.ccdas.observe.stream.ObservationStream;
import org.ccdas.observe.stream.ObservationStreams;

/** The JSON schemas of experiment and comparison files, made from the records that read them. */
public final class ExperimentSchema {
  private ExperimentSchema() {}

  /** The schema of experiment files (draft 2020-12) as indented JSON text, ending in a newline. */
  public static String json() {
    return json(Experiment.class, "Experiment file of ccdas-beam");
  }

  /** The same of comparison files. */
  public static String ofComparison() {
    return json(Comparison.class, "Comparison file of ccdas-beam");
  }

  private static String json(Class<?> type, String title) {
    SchemaGeneratorConfigBuilder builder =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT)
            .with(Option.FLATTENED_ENUMS_FROM_TOSTRING)
            .with(Option.NULLABLE_ARRAY_ITEMS_ALLOWED)
            .without(Option.FLATTENED_ENUMS);
    builder
        .forFields()
        .withDescriptionResolver(field -> isElement(field) ? null : setting(field).value())
        .withRequiredCheck(field -> setting(field).byDefault().equals(Setting.REQUIRED))
        .withNullableCheck(field -> setting(field).byDefault().equals("null"))
        .withDefaultResolver(ExperimentSchema::byDefault)
        .withNumberInclusiveMinimumResolver(field -> bound(field, setting(field).atLeast()))
        .withNumberExclusiveMinimumResolver(field -> bound(field, setting(field).above()))
        .withNumberInclusiveMaximumResolver(field -> bound(field, setting(field).atMost()));
    builder
        .forTypesInGeneral()
        .withPropertySorter((one, other) -> 0) // the order of the records
        .withCustomDefinitionProvider(
            (resolved, context) -> {
              ObjectNode text = context.getGeneratorConfig().createObjectNode();
              if (resolved.getErasedType() == YearMonth.class) {
                text.put("type", "string").put("pattern", "^\\d{4}-(0[1-9]|1[0-2])$");
              } else if (resolved.getErasedType() == DataPath.class) {
                text.put("type", "string").put("minLength", 1);
              } else if (resolved.getErasedType() == StreamName.class) {
                text.put("type", "string");
                ObservationStreams.names().forEach(text.putArray("enum")::add);
              } else if (resolved.getErasedType() == Map.class) {
                text.put("type", "object");
                ObjectNode value = text.putObject("additionalProperties");
                value.putArray("type").add("string").add("number").add("boolean");
              } else if (resolved.getErasedType() == ObservationSettings.class) {
                observations(text, context);
              } else {
                return null;
              }
              return new CustomDefinition(text, true);
            });
    ObjectNode schema = new SchemaGenerator(builder.build()).generateSchema(type);
    schema.put("title", title);
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("The schema has no JSON", e);
    }
  }

  /** A group with a key for every stream that is installed. */
  private static void observations(ObjectNode schema, SchemaGenerationContext context) {
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    for (ObservationStream<?> stream : ObservationStreams.all()) {
      ObjectNode settings =
          context.createDefinition(context.getTypeContext().resolve(stream.settings()));
      settings.putArray("type").add("object").add("null");
      settings.put("description", SettingKey.meaning(stream));
      properties.set(stream.name(), settings);
    }
    schema.put("additionalProperties", false);
  }

  private static Setting setting(FieldScope field) {
    return field.getAnnotation(Setting.class);
  }

  private static Object byDefault(FieldScope field) {
    String text = setting(field).byDefault();
    if (isElement(field) || text.equals(Setting.REQUIRED) || text.equals("null")) {
      return null;
    }
    try {
      return new YAMLMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("Default of " + field.getName(), e);
    }
  }

  /** Whether this stands for the elements of a list and not for its key. */
  private static boolean isElement(FieldScope field) {
    return field.isFakeContainerItemScope();
  }

  private static BigDecimal bound(FieldScope field, double value) {
    return Double.isInfinite(value) || field.isContainerType()
        ? null
        : new BigDecimal(SettingTree.plain(value));
  }
}
