package io.touchline.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents what part of a result a chart shows as parameters of a call. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameters({
    @Parameter(
            in = ParameterIn.QUERY,
            name = "points",
            description = "How many points at most",
            schema = @Schema(type = "integer", minimum = "2", maximum = "10000", defaultValue = "2000")),
    @Parameter(
            in = ParameterIn.QUERY,
            name = "from",
            description = "First time shown, such as 2019-09-16 22:10:16.4945 UTC",
            schema = @Schema(type = "string")),
    @Parameter(in = ParameterIn.QUERY, name = "to", description = "Last time shown", schema = @Schema(type = "string")),
    @Parameter(
            in = ParameterIn.QUERY,
            name = "symbol",
            description = "Whose rows; without it those of the first symbol",
            schema = @Schema(type = "string"))
})
@interface ChartParameters {}
