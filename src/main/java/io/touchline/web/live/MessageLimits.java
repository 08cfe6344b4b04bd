package io.touchline.web.live;

/**
 * How much one request may bring.
 *
 * @param messages messages of a request
 * @param messageBytes bytes of a JSON message
 */
public record MessageLimits(int messages, int messageBytes) {}
