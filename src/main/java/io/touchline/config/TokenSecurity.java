package io.touchline.config;

import io.touchline.web.security.AccessToken;
import io.touchline.web.security.LoginAnswers;
import io.touchline.web.security.LoginForm;
import io.touchline.web.security.LoginThrottle;
import io.touchline.web.security.PresentedToken;
import io.touchline.web.security.Refusals;
import io.touchline.web.security.SessionFromSameOrigin;
import io.touchline.web.security.TokenCheck;
import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The filters that want the token: of programs in each request, of people once in a form, for which they get a session. */
final class TokenSecurity {

    private static final RequestMatcher LOGIN = PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/login");
    private static final RequestMatcher LOGOUT = PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/logout");
    private static final String SESSION_COOKIE = "touchline-session";

    private final Refusals refusals;
    private final LoginAnswers answers;
    private final TokenCheck check;

    TokenSecurity(Refusals refusals, String token, InstantSource clock) {
        this.refusals = refusals;
        this.answers = new LoginAnswers(refusals);
        this.check = new TokenCheck(new AccessToken(token), new LoginThrottle(clock));
    }

    void apply(HttpSecurity http) {
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .addFilterBefore(login(), AnonymousAuthenticationFilter.class)
                .addFilterBefore(bearer(), AnonymousAuthenticationFilter.class)
                .logout(logout -> logout.logoutRequestMatcher(LOGOUT)
                        .logoutSuccessHandler(answers)
                        .deleteCookies(SESSION_COOKIE))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(calls -> calls.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/login", "/login.css")
                        .permitAll()
                        .requestMatchers("/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .access(AuthorizationManagers.allOf(
                                AuthenticatedAuthorizationManager.authenticated(), new SessionFromSameOrigin())));
    }

    private AuthenticationFilter bearer() {
        AuthenticationFilter filter = new AuthenticationFilter(check, new PresentedToken());
        filter.setSuccessHandler((request, response, caller) -> {});
        filter.setFailureHandler(new AuthenticationEntryPointFailureHandler(refusals));
        return filter;
    }

    private AuthenticationFilter login() {
        AuthenticationFilter filter = new AuthenticationFilter(check, new LoginForm());
        filter.setRequestMatcher(LOGIN);
        filter.setSuccessHandler(answers);
        filter.setFailureHandler(answers);
        filter.setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        return filter;
    }
}
