package io.touchline.web.socket;

import java.time.Duration;

/**
 * What connections may use.
 *
 * @param connections open at once
 * @param subscriptions symbols that one connection names
 * @param frameCharacters characters of a frame that comes in, its parts together
 * @param queuedQuotes quotes that wait for one client before its subscriptions are conflated
 * @param framesInFlight frames of messages of one connection that are not acknowledged yet; with more its socket is not read
 * @param heartbeat how long a connection for quotes is idle before it is told that it lives
 * @param stall how long a client may read nothing
 */
public record SocketLimits(
        int connections,
        int subscriptions,
        int frameCharacters,
        int queuedQuotes,
        int framesInFlight,
        Duration heartbeat,
        Duration stall) {}
