package io.touchline.web.live;

import io.touchline.csv.Decimals;
import io.touchline.live.Depth;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Level 2 of a book as it is answered, the best prices first.
 *
 * @param seqNum of the last packet applied; null before the first
 */
record DepthView(String symbol, @Nullable String seqNum, List<Level> bids, List<Level> asks) {

    static DepthView of(Depth depth) {
        return new DepthView(
                depth.symbol(), BookView.seqNum(depth.seqNum()), Level.of(depth.bids()), Level.of(depth.asks()));
    }

    /** One price level. */
    record Level(BigDecimal price, BigDecimal quantity, int orders) {

        static List<Level> of(List<Depth.Level> levels) {
            return levels.stream()
                    .map(each -> new Level(
                            Decimals.exactPrice(each.price()), Decimals.exactQuantity(each.quantity()), each.orders()))
                    .toList();
        }
    }
}
