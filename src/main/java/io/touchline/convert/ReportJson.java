package io.touchline.convert;

import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.json.JsonMapper;

/** How reports are written as JSON, wherever they are: words joined by underscores, decimals in plain digits, choices in small letters. */
public final class ReportJson {

    private static final JsonMapper MAPPER = style(JsonMapper.builder()).build();

    private ReportJson() {}

    /** Gives a mapper this style. */
    public static <B extends MapperBuilder<?, B>> B style(B builder) {
        return builder.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enumNamingStrategy(EnumNamingStrategies.LOWER_CASE)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN);
    }

    /** A mapper of this style. */
    public static JsonMapper mapper() {
        return MAPPER;
    }
}
