package io.touchline.web.security;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/** Tells the right token from wrong ones, as often as the throttle lets an address try. Any thread may call. */
public final class TokenCheck implements AuthenticationManager {

    private static final Logger LOG = LoggerFactory.getLogger(TokenCheck.class);
    private static final String CALLER = "token";

    private final AccessToken token;
    private final LoginThrottle throttle;

    public TokenCheck(AccessToken token, LoginThrottle throttle) {
        this.token = token;
        this.throttle = throttle;
    }

    /** What a request from an address presents, to be checked. */
    static Authentication attempt(String address, String presented) {
        return UsernamePasswordAuthenticationToken.unauthenticated(address, presented);
    }

    @Override
    public Authentication authenticate(Authentication attempt) throws AuthenticationException {
        String address = attempt.getName();
        Duration pause = throttle.pause(address);
        if (!pause.isZero()) {
            throw new ThrottledException(pause);
        }
        byte[] digest = AccessToken.digest(String.valueOf(attempt.getCredentials()));
        if (!token.has(digest)) {
            refuse(address, digest);
        }
        throttle.succeeded(address);
        return UsernamePasswordAuthenticationToken.authenticated(CALLER, null, List.of());
    }

    private void refuse(String address, byte[] digest) {
        throttle.failed(address, digest);
        if (!throttle.pause(address).isZero()) {
            LOG.warn("logins=throttled address={}", address);
        }
        throw new BadCredentialsException("a wrong token");
    }
}
