package io.touchline.web.security;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Adds what is there only when a token is configured, which the start decides and not the build; a blank one is none. */
public final class TokenBeans implements BeanRegistrar {

    private static final String NAME = "token";

    @Override
    public void register(BeanRegistry beans, Environment settings) {
        if (StringUtils.hasText(settings.getProperty("touchline.security.token"))) {
            beans.registerBean(LoginController.class, login -> login.supplier(context -> new LoginController()));
            beans.registerBean(OpenApiCustomizer.class, wants -> wants.supplier(context -> TokenBeans::wantToken));
        }
    }

    /** Tells in the description of the calls that they want the token. */
    private static void wantToken(OpenAPI api) {
        SecurityScheme bearer =
                new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer");
        api.getComponents().addSecuritySchemes(NAME, bearer);
        api.addSecurityItem(new SecurityRequirement().addList(NAME));
    }
}
