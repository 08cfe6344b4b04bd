package io.touchline.web.socket;

import io.touchline.live.Emit;

/**
 * How the quotes of a subscription are told.
 *
 * @param latest whether a quote that waits is replaced by a newer one
 * @param everyNanos with {@code latest} the pace of quotes of unchanged prices; 0 for none
 */
record StreamOptions(boolean latest, long everyNanos, Emit emit) {}
