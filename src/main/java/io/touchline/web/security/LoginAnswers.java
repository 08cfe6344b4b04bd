package io.touchline.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** Answers a sent login form: on to the page that was wanted, or the form again, which says why. */
public final class LoginAnswers
        implements AuthenticationSuccessHandler, AuthenticationFailureHandler, LogoutSuccessHandler {

    private final Refusals refusals;

    public LoginAnswers(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, Authentication caller) {
        onAuthenticationSuccess(request, response, caller);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication caller) {
        goOn(response, LoginPage.target(request.getContextPath(), request.getParameter("to")));
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication caller) {
        goOn(response, request.getContextPath() + "/login");
    }

    private static void goOn(HttpServletResponse response, String location) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.LOCATION, location);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
        if (!Refusals.showsPages(request)) {
            refusals.commence(request, response, e);
        } else if (e instanceof ThrottledException throttled) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(throttled.seconds()));
            String reason = "Too many wrong tokens. Try again in " + throttled.seconds() + " seconds.";
            showForm(request, response, HttpStatus.TOO_MANY_REQUESTS, reason);
        } else {
            showForm(request, response, HttpStatus.UNAUTHORIZED, "This is not the token.");
        }
    }

    private static void showForm(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String reason)
            throws IOException {
        byte[] page = LoginPage.form(reason, request.getParameter("to")).getBytes(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setStatus(status.value());
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }
}
