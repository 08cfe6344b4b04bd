package io.touchline.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents the options of a conversion as parameters of a call. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameters({
    @Parameter(
            in = ParameterIn.QUERY,
            name = "emit",
            description =
                    "When a row is written: once per packet; only when a price or a size differs from the last row written;"
                            + " once per input row",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"packet", "change", "message"},
                            defaultValue = "packet")),
    @Parameter(
            in = ParameterIn.QUERY,
            name = "sides",
            description = "Which quotes are written: all, or only those with a bid and an ask",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"any", "both"},
                            defaultValue = "any")),
    @Parameter(
            in = ParameterIn.QUERY,
            name = "crossed",
            description = "Whether quotes whose bid is above their ask are written",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"keep", "drop"},
                            defaultValue = "keep")),
    @Parameter(
            in = ParameterIn.QUERY,
            name = "window",
            description = "How many packets are held back to put them into the order of their sequence numbers",
            schema = @Schema(type = "integer", minimum = "0", maximum = "1000000", defaultValue = "4096")),
    @Parameter(
            in = ParameterIn.QUERY,
            name = "errors",
            description = "What an unreadable row does: it ends the conversion, or is left out, counted and reported",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"abort", "skip"},
                            defaultValue = "abort"))
})
@interface OptionParameters {}
