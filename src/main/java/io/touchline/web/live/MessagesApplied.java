package io.touchline.web.live;

import io.touchline.book.Outcome;
import io.touchline.live.Applied;
import io.touchline.live.LiveRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request, as it is answered.
 *
 * @param messages how many it had
 * @param firstRefused null when its book refused none
 * @param quote the quote now
 */
record MessagesApplied(
        String symbol,
        int messages,
        MessageCounts counters,
        @Nullable Refused firstRefused,
        BookQuote quote) {

    static MessagesApplied of(LiveRequest request, Applied applied) {
        return new MessagesApplied(
                request.symbol(),
                request.messages(),
                MessageCounts.of(applied.counters()),
                Refused.of(applied.firstRefused()),
                BookQuote.of(request.symbol(), applied.quote()));
    }

    /**
     * A message that its book refused.
     *
     * @param index its place in the request, from 0; null for one of an earlier request, which a reorder window had held
     */
    record Refused(@Nullable Long index, String seqNum, String reason) {

        static @Nullable Refused of(Applied.@Nullable Refusal refusal) {
            if (refusal == null) {
                return null;
            }
            Long index = refusal.index() < 0 ? null : refusal.index();
            return new Refused(index, Long.toString(refusal.seqNum()), reason(refusal.outcome()));
        }

        private static String reason(Outcome outcome) {
            return outcome.name().toLowerCase(Locale.ROOT);
        }
    }
}
