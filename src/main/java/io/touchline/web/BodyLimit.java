package io.touchline.web;

/**
 * How large a body may be.
 *
 * @param bytes {@link Long#MAX_VALUE} for no limit
 */
public record BodyLimit(long bytes) {}
