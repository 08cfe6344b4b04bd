package io.touchline.web.live;

/** As many streams of quotes are open as there may be. */
final class TooManyStreamsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyStreamsException(int most) {
        super("more than " + most + " streams of quotes (touchline.limits.streams)");
    }
}
