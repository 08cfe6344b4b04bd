package io.touchline.web;

/** Quotes over {@code /ws/l1}, with two gateways in turn. */
class GatewayL1SocketIT extends L1SocketContract {

    GatewayL1SocketIT() {
        super(GatewayServices.shared());
    }
}
