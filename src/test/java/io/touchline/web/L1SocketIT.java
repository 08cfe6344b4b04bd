package io.touchline.web;

/** Quotes over {@code /ws/l1}, with books that have a journal. */
class L1SocketIT extends L1SocketContract {

    L1SocketIT() {
        super(RunningService.shared());
    }
}
