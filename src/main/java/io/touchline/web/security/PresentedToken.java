package io.touchline.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** The token that a request carries in its own headers: as {@code Authorization: Bearer}, or as a subprotocol of a socket. */
public final class PresentedToken implements AuthenticationConverter {

    /** What a socket's handshake answers, and what a browser offers beside {@code bearer.} and the token in base64url. */
    public static final String SUBPROTOCOL = "touchline";

    private static final String SUBPROTOCOLS = "Sec-WebSocket-Protocol";
    private static final String BEARER = "Bearer ";
    private static final String BEARER_SUBPROTOCOL = "bearer.";
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        return of(request)
                .map(token -> TokenCheck.attempt(request.getRemoteAddr(), token))
                .orElse(null);
    }

    /** The token, right or wrong; empty when there is none. */
    static Optional<String> of(HttpServletRequest request) {
        return ofHeader(request).or(() -> ofSubprotocol(request));
    }

    private static Optional<String> ofHeader(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean bearer = header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return bearer ? Optional.of(header.substring(BEARER.length()).strip()) : Optional.empty();
    }

    private static Optional<String> ofSubprotocol(HttpServletRequest request) {
        return Collections.list(request.getHeaders(SUBPROTOCOLS)).stream()
                .flatMap(each -> COMMA.splitAsStream(each.strip()))
                .filter(each -> each.startsWith(BEARER_SUBPROTOCOL))
                .map(each -> decode(each.substring(BEARER_SUBPROTOCOL.length())))
                .findFirst();
    }

    /** The token; empty, which no token is, when the text is no base64url. */
    private static String decode(String base64) {
        try {
            return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
