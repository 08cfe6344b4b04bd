package io.touchline.web.live;

import io.touchline.web.GatewayServices;
import org.junit.jupiter.api.TestInfo;

/** Streams of quotes as server-sent events, of two gateways in turn. */
class GatewayStreamIT extends StreamContract {

    GatewayStreamIT(TestInfo test) {
        super(GatewayServices.shared(), test);
    }
}
