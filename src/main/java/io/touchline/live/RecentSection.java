package io.touchline.live;

import io.touchline.binary.NumberReader;
import io.touchline.binary.NumberWriter;
import io.touchline.feed.Quote;

/** The last recent quotes of a book as bytes, each as what differs from the one before; they stand behind the book in its section. Static. */
final class RecentSection {

    private static final int MOST = 4_096;

    private RecentSection() {}

    static void write(RecentQuotes recent, NumberWriter out) {
        long first = Math.max(recent.first(), recent.last() - MOST + 1);
        long count = recent.last() - first + 1;
        out.number(count);
        if (count > 0) {
            out.number(first);
            out.number(recent.changeN(first) - (recent.isChange(first) ? 1 : 0));
        }
        Quote before = nothing();
        Quote quote = new Quote();
        for (long n = first; n <= recent.last(); n++) {
            recent.read(Emit.PACKET, n, quote);
            out.octet(recent.isChange(n) ? 1 : 0);
            write(quote, before, out);
            before.of(quote);
        }
    }

    private static void write(Quote quote, Quote before, NumberWriter out) {
        out.signed(quote.timeNanos() - before.timeNanos());
        out.signed(quote.seqNum() - before.seqNum());
        out.signed(quote.bidPrice() - before.bidPrice());
        out.signed(quote.bidQuantity() - before.bidQuantity());
        out.signed(quote.askPrice() - before.askPrice());
        out.signed(quote.askQuantity() - before.askQuantity());
    }

    /** Reads what was written, into an empty ring. */
    static void read(NumberReader in, RecentQuotes recent) {
        int count = in.integer();
        if (count == 0) {
            return;
        }
        long first = in.number();
        long changeN = in.number();
        Quote quote = nothing();
        for (long n = first; n < first + count; n++) {
            boolean changed = in.octet() != 0;
            changeN += changed ? 1 : 0;
            read(in, quote);
            recent.add(quote, n, changeN, changed);
        }
    }

    private static void read(NumberReader in, Quote quote) {
        quote.packet(0, quote.timeNanos() + in.signed(), quote.seqNum() + in.signed());
        quote.values(
                quote.bidPrice() + in.signed(),
                quote.bidQuantity() + in.signed(),
                quote.askPrice() + in.signed(),
                quote.askQuantity() + in.signed());
    }

    private static Quote nothing() {
        Quote nothing = new Quote();
        nothing.values(0, 0, 0, 0);
        return nothing;
    }
}
