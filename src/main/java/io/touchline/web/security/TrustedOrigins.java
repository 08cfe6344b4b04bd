package io.touchline.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;

/**
 * The pages that may change something or open sockets: those of this service, and those configured.
 *
 * <p>A page is of this service when its Origin names the host and port of the header Host; the scheme may differ, since a proxy may end TLS.
 * Browsers alone send Origin, with every such call; what sends none is no page.
 */
public final class TrustedOrigins implements CorsConfigurationSource {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Set<String> configured;
    private final CorsConfiguration cors = new CorsConfiguration();

    /**
     * Trusts the service's own pages and some more.
     *
     * @param configured such as {@code https://desk.example.com}, without a path
     */
    public TrustedOrigins(List<String> configured) {
        this.configured =
                configured.stream().map(each -> each.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        cors.setAllowedOrigins(configured);
        cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "DELETE"));
        cors.addAllowedHeader(CorsConfiguration.ALL);
        cors.addExposedHeader(CorsConfiguration.ALL);
    }

    /** Lets configured pages read the answers; they show the token, cookies are not for them. */
    @Override
    public @Nullable CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
        return isConfigured(request.getHeader(HttpHeaders.ORIGIN)) ? cors : null;
    }

    /** Whether the page, if one makes this request, may. */
    boolean trust(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || isOnlyRead(request) || isConfigured(origin) || isSame(request);
    }

    /** Whether a request changes nothing and opens no socket. */
    static boolean isOnlyRead(HttpServletRequest request) {
        return READING.contains(request.getMethod()) && request.getHeader(HttpHeaders.UPGRADE) == null;
    }

    /** Whether a page of this service makes a request. */
    static boolean isSame(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        String host = request.getHeader(HttpHeaders.HOST);
        return origin != null
                && host != null
                && (origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host));
    }

    private boolean isConfigured(@Nullable String origin) {
        return origin != null && configured.contains(origin.toLowerCase(Locale.ROOT));
    }
}
