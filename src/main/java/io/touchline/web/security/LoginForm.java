package io.touchline.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** The token in the field {@code token} of the login form. Reads a bounded piece of the body, where the container would hold all of it. */
public final class LoginForm implements AuthenticationConverter {

    private static final String TOKEN = "token=";
    private static final int MAX_BYTES = 8192;

    @Override
    public Authentication convert(HttpServletRequest request) {
        return TokenCheck.attempt(request.getRemoteAddr(), token(body(request)));
    }

    /** The start of the body; empty when it broke off, and with it the wish to log in. */
    private static String body(HttpServletRequest request) {
        try {
            return new String(request.getInputStream().readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static String token(String body) {
        for (String field : body.split("&", -1)) {
            if (field.startsWith(TOKEN)) {
                return decode(field.substring(TOKEN.length()));
            }
        }
        return "";
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8).strip();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
