package io.touchline.web;

/** Messages over {@code /ws/l3}, with books that have a journal. */
class L3SocketIT extends L3SocketContract {

    L3SocketIT() {
        super(RunningService.shared());
    }
}
