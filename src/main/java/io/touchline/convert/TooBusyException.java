package io.touchline.convert;

import java.time.Duration;

/** As many conversions run at once as may, and none of them ended while this one waited. */
public final class TooBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TooBusyException(int atOnce, Duration waited) {
        super(atOnce
                + " conversions are running, as many as may at once (touchline.limits.concurrent-conversions), and none ended within "
                + waited.toMillis() / 1e3 + " s (touchline.limits.conversion-wait)");
    }
}
