package io.touchline.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Lets the cookie of a login change something or open a socket only for the service's own pages.
 *
 * <p>A browser adds the cookie by itself, whoever makes the call; the token in a header is there by the will of the caller.
 */
public final class SessionFromSameOrigin implements AuthorizationManager<RequestAuthorizationContext> {

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends Authentication> caller, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        return new AuthorizationDecision(PresentedToken.of(request).isPresent()
                || TrustedOrigins.isOnlyRead(request)
                || TrustedOrigins.isSame(request));
    }
}
