package io.touchline.web.security;

import io.touchline.web.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what pages of strangers let a browser ask: under a name that is not the service's, or from an origin that is not trusted. */
public final class HostAndOriginFilter extends OncePerRequestFilter {

    private final TrustedHosts hosts;
    private final TrustedOrigins origins;

    public HostAndOriginFilter(TrustedHosts hosts, TrustedOrigins origins) {
        this.hosts = hosts;
        this.origins = origins;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!hosts.trust(request.getHeader(HttpHeaders.HOST))) {
            Refusals.answer(response, hostRefused());
        } else if (!origins.trust(request)) {
            Refusals.answer(response, originRefused());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Problem hostRefused() {
        return Problem.of(
                HttpStatus.FORBIDDEN,
                "host-refused",
                "The service does not answer to this name",
                "expected the header Host to name localhost, a loopback address or one of touchline.security.hosts");
    }

    static Problem originRefused() {
        return Problem.of(
                HttpStatus.FORBIDDEN,
                "origin-refused",
                "Pages of this origin may not do this",
                "expected the header Origin to be that of this service or one of touchline.security.origins");
    }
}
