package io.touchline.live;

import java.time.InstantSource;

/** What all threads of the live books share. */
record Shared(LiveSettings settings, InstantSource clock, LiveEvents events, RequestQueue requests, Health health) {}
