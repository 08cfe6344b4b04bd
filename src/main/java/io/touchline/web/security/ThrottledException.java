package io.touchline.web.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** A token is not looked at, because too many wrong ones came before it. */
final class ThrottledException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration pause;

    ThrottledException(Duration pause) {
        super("too many wrong tokens");
        this.pause = pause;
    }

    /** Whole seconds until another token is looked at, 1 or more. */
    long seconds() {
        return pause.plusMillis(999).toSeconds();
    }
}
