package io.touchline.web.live;

import static io.touchline.web.OpenApiParts.answer;
import static io.touchline.web.OpenApiParts.json;
import static io.touchline.web.OpenApiParts.operation;
import static io.touchline.web.OpenApiParts.problem;
import static io.touchline.web.OpenApiParts.reference;
import static io.touchline.web.OpenApiParts.type;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.touchline.demo.DemoSpeed;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the calls about the demo feed, with examples that a service gave: a test compares them. */
@Configuration(proxyBeanMethods = false)
class DemoOpenApi {

    private static final String JSON = "application/json";

    @Bean
    OpenApiCustomizer demoInExamples() {
        return api -> {
            Operation start = operation(api, DemoController.PATH, HttpMethod.POST);
            start.setRequestBody(body());
            answer(start, "200", "It plays", view("demo-started.json"));
            problem(start, "400", "bad-speed");
            problem(start, "503", "journal-unavailable");
            answer(operation(api, DemoController.PATH, HttpMethod.GET), "200", "The demo", view("demo-idle.json"));
            answer(
                    operation(api, DemoController.PATH, HttpMethod.DELETE),
                    "200",
                    "It is silent",
                    view("demo-idle.json"));
        };
    }

    private static Content view(String file) {
        return new Content().addMediaType(JSON, reference("DemoView", file));
    }

    private static RequestBody body() {
        JsonSchema speeds = new JsonSchema();
        speeds.addType("string");
        MediaType body = new MediaType();
        for (DemoSpeed each : DemoSpeed.values()) {
            speeds.addEnumItemObject(each.toString());
            body.addExamples("At " + each, new Example().value(json("demo-" + each + ".json")));
        }
        body.setSchema(type("object").addProperty("speed", speeds));
        return new RequestBody()
                .description("How fast; 1x when it is absent")
                .content(new Content().addMediaType(JSON, body));
    }
}
