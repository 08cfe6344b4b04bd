package io.touchline.config;

import io.touchline.web.security.AccessToken;
import io.touchline.web.security.LoginAnswers;
import io.touchline.web.security.LoginForm;
import io.touchline.web.security.LoginThrottle;
import io.touchline.web.security.PresentedToken;
import io.touchline.web.security.Refusals;
import io.touchline.web.security.SessionFromSameOrigin;
import io.touchline.web.security.TokenCheck;
import jakarta.servlet.Filter;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestMatcherDelegatingAuthorizationManager;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.logout.CookieClearingLogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The filters that want the token: of programs in each request, of people once in a form, for which they get a session. */
final class TokenFilters {

    private static final RequestMatcher LOGIN = PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/login");
    private static final RequestMatcher LOGOUT = PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/logout");
    private static final RequestMatcher[] OPEN = {
        PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/login"),
        PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/login.css"),
        PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/page/tokens.css"),
        PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/page/icon.svg"),
        PathPatternRequestMatcher.pathPattern("/actuator/health/**")
    };
    private static final String SESSION_COOKIE = "touchline-session";
    private static final String NOBODY = "nobody";

    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final Refusals refusals = new Refusals();
    private final LoginAnswers answers = new LoginAnswers(refusals);
    private final TokenCheck check;

    TokenFilters(String token, InstantSource clock) {
        this.check = new TokenCheck(new AccessToken(token), new LoginThrottle(clock));
    }

    /** The filters in their order. */
    List<Filter> all() {
        return List.of(
                new SecurityContextHolderFilter(sessions),
                logout(),
                login(),
                bearer(),
                new AnonymousAuthenticationFilter(NOBODY),
                translation(),
                authorization());
    }

    private LogoutFilter logout() {
        LogoutFilter filter = new LogoutFilter(
                answers, new CookieClearingLogoutHandler(SESSION_COOKIE), new SecurityContextLogoutHandler());
        filter.setLogoutRequestMatcher(LOGOUT);
        return filter;
    }

    private AuthenticationFilter login() {
        AuthenticationFilter filter = new AuthenticationFilter(check, new LoginForm());
        filter.setRequestMatcher(LOGIN);
        filter.setSuccessHandler(answers);
        filter.setFailureHandler(answers);
        filter.setSecurityContextRepository(sessions);
        return filter;
    }

    private AuthenticationFilter bearer() {
        AuthenticationFilter filter = new AuthenticationFilter(check, new PresentedToken());
        filter.setSuccessHandler((request, response, caller) -> {});
        filter.setFailureHandler(new AuthenticationEntryPointFailureHandler(refusals));
        return filter;
    }

    private ExceptionTranslationFilter translation() {
        ExceptionTranslationFilter filter = new ExceptionTranslationFilter(refusals, new NullRequestCache());
        filter.setAccessDeniedHandler(refusals);
        return filter;
    }

    /** What goes on in the background, and problems, belong to requests that were let in or refused before. */
    private static AuthorizationFilter authorization() {
        AuthorizationFilter filter = new AuthorizationFilter(RequestMatcherDelegatingAuthorizationManager.builder()
                .requestMatchers(OPEN)
                .permitAll()
                .add(
                        AnyRequestMatcher.INSTANCE,
                        AuthorizationManagers.allOf(
                                AuthenticatedAuthorizationManager.authenticated(), new SessionFromSameOrigin()))
                .build());
        filter.setFilterAsyncDispatch(false);
        filter.setFilterErrorDispatch(false);
        return filter;
    }
}
