package io.touchline.live;

import java.time.InstantSource;

/** What all threads of the live books share. */
record Shared(
        LiveSettings settings,
        InstantSource clock,
        LiveEvents events,
        RequestQueue requests,
        Health health,
        RecentMemory recentMemory) {

    static Shared of(LiveSettings settings, InstantSource clock, LiveEvents events) {
        return new Shared(
                settings,
                clock,
                events,
                new RequestQueue(settings.queue()),
                Health.ofDisk(events),
                new RecentMemory(settings.book().recent().bytes()));
    }
}
