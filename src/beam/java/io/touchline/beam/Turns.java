package io.touchline.beam;

import java.util.function.ObjLongConsumer;
import org.apache.beam.sdk.state.MapState;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.values.KV;

/**
 * Puts what has ordinals in order, in the state of a key: the ordinal whose turn it is, and what came before its turn. No engine keeps an order, and
 * none has to. Waits for no time. Static.
 */
final class Turns {

    private Turns() {}

    /** The ordinal whose turn it is; {@code first} where there is no state yet. */
    static long turn(ValueState<Long> next, long first) {
        Long known = next.read();
        return known == null ? first : known;
    }

    /** Parks an element before its turn; answers false when its turn was before, so that it came again and is dropped. */
    static <T> boolean park(MapState<Long, T> parked, KV<Long, T> element, long turn) {
        if (element.getKey() > turn) {
            parked.put(element.getKey(), element.getValue());
        }
        return element.getKey() > turn;
    }

    /** Hands on an element whose turn it is, and those that are parked behind it; answers whose turn it is then. */
    static <T> long take(MapState<Long, T> parked, KV<Long, T> element, ObjLongConsumer<T> taker) {
        long turn = element.getKey();
        T value = element.getValue();
        while (value != null) {
            taker.accept(value, turn);
            turn++;
            value = parked.get(turn).read();
            if (value != null) {
                parked.remove(turn);
            }
        }
        return turn;
    }
}
