package io.touchline.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.security.web.header.HeaderWriter;

/** Tells browsers what the service's answers may do: run and load nothing of others, stand in no frame, be what their type says. */
public final class SecurityHeaders implements HeaderWriter {

    /** Swagger UI draws its icons from {@code data:}. Without an origin in their Referer, forms would send the Origin {@code null}. */
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Embedder-Policy",
            "require-corp",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        write(response);
    }

    /** Adds the headers to an answer that no filter sees. */
    public static void write(HttpServletResponse response) {
        HEADERS.forEach(response::setHeader);
    }
}
