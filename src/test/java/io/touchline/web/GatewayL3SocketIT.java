package io.touchline.web;

/** Messages over {@code /ws/l3}, with two gateways in turn. */
class GatewayL3SocketIT extends L3SocketContract {

    GatewayL3SocketIT() {
        super(GatewayServices.shared());
    }
}
