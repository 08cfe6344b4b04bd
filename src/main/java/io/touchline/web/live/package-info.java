/**
 * Live books over HTTP: messages in as JSON or CSV, quotes and books out as JSON, as level 1, and as a stream of events. Parses, asks
 * {@link io.touchline.live.LiveBooks}, shapes the answer; no rule of the books is here.
 */
@NullMarked
package io.touchline.web.live;

import org.jspecify.annotations.NullMarked;
