package io.touchline.convert;

import io.touchline.convert.ConversionOptions.Crossed;
import io.touchline.convert.ConversionOptions.Emit;
import io.touchline.convert.ConversionOptions.Sides;
import io.touchline.feed.Quote;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Tells which quotes the options ask for. One thread; allocates only for a new symbol. */
public final class WantedQuotes {

    private final ConversionOptions options;
    private @Nullable Quote[] lastWritten = new Quote[1];

    public WantedQuotes(ConversionOptions options) {
        this.options = options;
    }

    /** Whether a quote is to be written; with {@code emit=change} it is then the last one of its symbol. */
    public boolean isWanted(Quote quote) {
        if (options.sides() == Sides.BOTH && !quote.hasBothSides()) {
            return false;
        }
        if (options.crossed() == Crossed.DROP && quote.isCrossed()) {
            return false;
        }
        return options.emit() != Emit.CHANGE || isChange(quote);
    }

    /** The last quote written of a symbol; null before the first, and unless {@code emit=change}. */
    public @Nullable Quote lastWritten(int symbol) {
        return symbol < lastWritten.length ? lastWritten[symbol] : null;
    }

    /** Takes a quote for the last one written of its symbol. */
    public void written(Quote quote) {
        int symbol = quote.symbol();
        if (symbol >= lastWritten.length) {
            lastWritten = Arrays.copyOf(lastWritten, 2 * symbol);
        }
        Quote last = lastWritten[symbol];
        if (last == null) {
            last = new Quote();
            lastWritten[symbol] = last;
        }
        last.valuesOf(quote);
    }

    /** Whether a quote differs from the last one written of its symbol; from now on it is the last one. */
    private boolean isChange(Quote quote) {
        Quote last = lastWritten(quote.symbol());
        if (last != null && last.sameValues(quote)) {
            return false;
        }
        written(quote);
        return true;
    }
}
