package io.touchline.web.security;

import io.touchline.convert.ReportJson;
import io.touchline.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * Answers what Spring Security refuses with a problem; sends a person who opens a page without a login to the login page.
 *
 * <p>An absent and a wrong token have the same answer.
 */
public final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    private static final String HTML = "text/html";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (e instanceof ThrottledException throttled) {
            answerThrottled(response, throttled);
        } else if (isPageOpened(request)) {
            response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + "/login?to=" + target(request));
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"touchline\"");
            answer(response, tokenNeeded());
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        answer(response, HostAndOriginFilter.originRefused());
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException e)
            throws IOException {
        SecurityHeaders.write(response);
        answer(response, Problem.ofStatus(HttpStatus.BAD_REQUEST));
    }

    /** Answers a problem where no controller does. */
    static void answer(HttpServletResponse response, Problem problem) throws IOException {
        byte[] body = ReportJson.mapper().writeValueAsBytes(problem);
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Whether a client shows pages to a person. */
    static boolean showsPages(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(HTML);
    }

    private static boolean isPageOpened(HttpServletRequest request) {
        return TrustedOrigins.isOnlyRead(request)
                && showsPages(request)
                && PresentedToken.of(request).isEmpty();
    }

    private static String target(HttpServletRequest request) {
        String query = request.getQueryString();
        String target = request.getRequestURI() + (query == null ? "" : "?" + query);
        return URLEncoder.encode(target, StandardCharsets.UTF_8);
    }

    private static void answerThrottled(HttpServletResponse response, ThrottledException e) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(e.seconds()));
        answer(
                response,
                Problem.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-logins",
                        "Too many wrong tokens came before",
                        "tokens are looked at again in " + e.seconds() + " s"));
    }

    private static Problem tokenNeeded() {
        return Problem.of(
                HttpStatus.UNAUTHORIZED,
                "token-needed",
                "The service wants its token",
                "expected the header Authorization: Bearer with the token of touchline.security.token");
    }
}
