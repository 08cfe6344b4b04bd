package io.touchline.web.security;

import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Tells in the description of the calls that they want the token. */
@Configuration(proxyBeanMethods = false)
@Conditional(TokenIsSet.class)
class OpenApiToken {

    private static final String NAME = "token";

    @Bean
    OpenApiCustomizer wantsToken() {
        SecurityScheme bearer =
                new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer");
        return api -> {
            api.getComponents().addSecuritySchemes(NAME, bearer);
            api.addSecurityItem(new SecurityRequirement().addList(NAME));
        };
    }
}
