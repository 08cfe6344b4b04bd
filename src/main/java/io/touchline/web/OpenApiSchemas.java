package io.touchline.web;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.touchline.convert.ConversionReport;
import java.util.Locale;
import java.util.regex.Pattern;

/** Gives the schemas the names that the JSON has: they come from Java's. */
final class OpenApiSchemas {

    private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");

    private OpenApiSchemas() {}

    static void add(OpenAPI api) {
        ModelConverters converters = ModelConverters.getInstance(true);
        converters.readAll(ConversionReport.class).forEach(api.getComponents()::addSchemas);
        converters.readAll(Problem.class).forEach(api.getComponents()::addSchemas);
        api.getComponents().getSchemas().values().forEach(OpenApiSchemas::rename);
    }

    private static void rename(Schema<?> schema) {
        var parts = schema.getAllOf();
        if (parts != null) {
            parts.forEach(OpenApiSchemas::rename);
        }
        var properties = schema.getProperties();
        if (properties != null) {
            schema.setProperties(null);
            properties.forEach((name, property) -> schema.addProperty(underscored(name), lowered(property)));
        }
    }

    private static String underscored(String name) {
        return HUMP.matcher(name).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
    }

    /** A property as it is, or with its choices in small letters. */
    private static Schema<?> lowered(Schema<?> property) {
        var choices = property.getEnum();
        if (choices == null) {
            return property;
        }
        JsonSchema lowered = new JsonSchema();
        lowered.addType("string");
        choices.forEach(
                choice -> lowered.addEnumItemObject(String.valueOf(choice).toLowerCase(Locale.ROOT)));
        return lowered;
    }
}
