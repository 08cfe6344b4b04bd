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

    /**
     * Takes an element in: hands it on, and those parked behind it, if it is its turn, or parks it.
     *
     * @param first the ordinal to begin with
     * @return false when its turn was before, and so it comes again and is dropped
     */
    static <T> boolean take(
            ValueState<Long> next,
            long first,
            MapState<Long, T> parked,
            KV<Long, T> element,
            ObjLongConsumer<T> inTurn) {
        Long known = next.read();
        long turn = known == null ? first : known;
        long ordinal = element.getKey();
        if (ordinal != turn) {
            if (ordinal > turn) {
                parked.put(ordinal, element.getValue());
            }
            return ordinal > turn;
        }
        T value = element.getValue();
        while (value != null) {
            inTurn.accept(value, turn);
            turn++;
            value = parked.get(turn).read();
            if (value != null) {
                parked.remove(turn);
            }
        }
        next.write(turn);
        return true;
    }
}
