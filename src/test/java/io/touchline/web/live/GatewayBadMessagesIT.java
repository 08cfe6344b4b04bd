package io.touchline.web.live;

import io.touchline.web.GatewayServices;

/** Bad messages for two gateways in turn. */
class GatewayBadMessagesIT extends BadMessagesContract {

    GatewayBadMessagesIT() {
        super(GatewayServices.shared());
    }
}
