package io.touchline.web.security;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Whether a token is configured; a blank one is none. */
public final class TokenIsSet implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return matches(context.getEnvironment());
    }

    /** Whether the settings have a token. */
    public static boolean matches(Environment settings) {
        return StringUtils.hasText(settings.getProperty("touchline.security.token"));
    }
}
