package io.touchline.web.socket;

import jakarta.websocket.CloseReason;

/**
 * Why the service ends a connection.
 *
 * @param code of RFC 6455
 * @param reason up to 123 bytes
 */
record Closing(CloseReason.CloseCodes code, String reason) {

    static final Closing GOING_AWAY = new Closing(CloseReason.CloseCodes.GOING_AWAY, "the service stops");
    static final Closing BINARY =
            new Closing(CloseReason.CloseCodes.CANNOT_ACCEPT, "expected frames of text, found a binary one");
    static final Closing FAILED =
            new Closing(CloseReason.CloseCodes.UNEXPECTED_CONDITION, "the service failed, its log has the cause");
    static final Closing TOO_MANY =
            new Closing(CloseReason.CloseCodes.TRY_AGAIN_LATER, "too many connections (touchline.socket.connections)");

    static Closing tooBig(int mostCharacters) {
        return new Closing(
                CloseReason.CloseCodes.TOO_BIG,
                "a frame of more than " + mostCharacters + " characters (touchline.socket.frame-characters)");
    }

    static Closing slow(long seconds) {
        return new Closing(
                CloseReason.CloseCodes.TRY_AGAIN_LATER,
                "slow reader: nothing was read for " + seconds + " s (touchline.socket.stall)");
    }

    static Closing backlog() {
        return new Closing(CloseReason.CloseCodes.TRY_AGAIN_LATER, "slow reader: too many notices are unread");
    }

    CloseReason toReason() {
        return new CloseReason(code, reason);
    }
}
