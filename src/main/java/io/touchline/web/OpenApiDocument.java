package io.touchline.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the calls that Swagger UI shows. */
@Configuration(proxyBeanMethods = false)
class OpenApiDocument {

    @Bean
    OpenAPI touchlineApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Touchline")
                        .version("v1")
                        .description(
                                "Turns level-3 market data (every order: ADD, UPDATE, DELETE, TRADE) into level-1 quotes (best bid"
                                        + " and offer). Sequence numbers are strings, since they pass 2^53; prices and sizes are"
                                        + " numbers with their exact decimal text. Errors are problems as RFC 9457 has them."
                                        + " The sockets have [a description of their own](/asyncapi.yaml).")
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")));
    }

    @Bean
    OpenApiCustomizer answersAndExamples() {
        return api -> {
            OpenApiSchemas.add(api);
            new OpenApiExamples(api).add();
        };
    }
}
