package io.touchline.web.live;

import io.touchline.web.GatewayServices;
import org.junit.jupiter.api.TestInfo;

/** The calls about live books, to two gateways in turn. */
class GatewayBooksIT extends BooksContract {

    GatewayBooksIT(TestInfo test) {
        super(GatewayServices.shared(), test);
    }
}
