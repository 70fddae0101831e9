package org.ccdas.pipelines.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.YearMonth;

/** The JSON schema of the experiment file, made from the same records that read it. */
public final class ExperimentSchema {
  private ExperimentSchema() {}

  /** The schema (draft 2020-12) as indented JSON text, lines ending in a newline. */
  public static String json() {
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
            (type, context) -> {
              ObjectNode text = context.getGeneratorConfig().createObjectNode();
              if (type.getErasedType() == YearMonth.class) {
                text.put("type", "string").put("pattern", "^\\d{4}-(0[1-9]|1[0-2])$");
              } else if (type.getErasedType() == DataPath.class) {
                text.put("type", "string").put("minLength", 1);
              } else {
                return null;
              }
              return new CustomDefinition(text, true);
            });
    ObjectNode schema = new SchemaGenerator(builder.build()).generateSchema(Experiment.class);
    schema.put("title", "Experiment file of ccdas-beam");
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("The schema has no JSON", e);
    }
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
