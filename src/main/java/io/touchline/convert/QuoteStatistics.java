package io.touchline.convert;

import io.touchline.book.OrderBook;
import io.touchline.csv.Decimals;
import io.touchline.csv.Times;
import io.touchline.feed.Quote;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a report says of the quotes: the span of the packets, the range of the prices written, how many were locked or crossed. One thread. */
final class QuoteStatistics {

    private static final long NONE = Long.MIN_VALUE;

    private long firstTimeNanos;
    private long firstSeqNum = NONE;
    private long lastTimeNanos;
    private long lastSeqNum;

    private long rows;
    private long locked;
    private long crossed;
    private long lowestBid = Long.MAX_VALUE;
    private long highestBid = OrderBook.NO_PRICE;
    private long lowestAsk = Long.MAX_VALUE;
    private long highestAsk = OrderBook.NO_PRICE;

    /** A packet was applied, whether or not its quote is written. */
    void packet(Quote quote) {
        if (firstSeqNum == NONE) {
            firstSeqNum = quote.seqNum();
            firstTimeNanos = quote.timeNanos();
        }
        lastSeqNum = quote.seqNum();
        lastTimeNanos = quote.timeNanos();
    }

    /** A quote was written. */
    void written(Quote quote) {
        rows++;
        if (quote.hasBid()) {
            lowestBid = Math.min(lowestBid, quote.bidPrice());
            highestBid = Math.max(highestBid, quote.bidPrice());
        }
        if (quote.hasAsk()) {
            lowestAsk = Math.min(lowestAsk, quote.askPrice());
            highestAsk = Math.max(highestAsk, quote.askPrice());
        }
        if (quote.isLocked()) {
            locked++;
        } else if (quote.isCrossed()) {
            crossed++;
        }
    }

    long rows() {
        return rows;
    }

    double lockedShare() {
        return rows == 0 ? 0 : (double) locked / rows;
    }

    double crossedShare() {
        return rows == 0 ? 0 : (double) crossed / rows;
    }

    @Nullable
    String firstTime() {
        return firstSeqNum == NONE ? null : Times.text(firstTimeNanos);
    }

    @Nullable
    String lastTime() {
        return firstSeqNum == NONE ? null : Times.text(lastTimeNanos);
    }

    @Nullable
    String firstSeqNum() {
        return firstSeqNum == NONE ? null : Long.toString(firstSeqNum);
    }

    @Nullable
    String lastSeqNum() {
        return firstSeqNum == NONE ? null : Long.toString(lastSeqNum);
    }

    @Nullable
    BigDecimal lowestBid() {
        return highestBid == OrderBook.NO_PRICE ? null : Decimals.exactPrice(lowestBid);
    }

    @Nullable
    BigDecimal highestBid() {
        return highestBid == OrderBook.NO_PRICE ? null : Decimals.exactPrice(highestBid);
    }

    @Nullable
    BigDecimal lowestAsk() {
        return highestAsk == OrderBook.NO_PRICE ? null : Decimals.exactPrice(lowestAsk);
    }

    @Nullable
    BigDecimal highestAsk() {
        return highestAsk == OrderBook.NO_PRICE ? null : Decimals.exactPrice(highestAsk);
    }
}
