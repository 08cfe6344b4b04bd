package io.touchline.beam;

import io.touchline.binary.NumberReader;
import io.touchline.binary.NumberWriter;
import io.touchline.csv.L3Reader;
import io.touchline.feed.Action;
import java.nio.charset.StandardCharsets;

/**
 * What a file calls the columns of the quantities that its books may refuse, so that a refused row is told as on the command line.
 *
 * @param add that of orders that are new
 * @param update that of orders that change
 */
record QuantityColumns(String add, String update) {

    static QuantityColumns of(L3Reader reader) {
        return new QuantityColumns(reader.quantityColumn(Action.ADD), reader.quantityColumn(Action.UPDATE));
    }

    /** The column of an action; only ADD and UPDATE bring a quantity that may be too much. */
    String of(Action action) {
        return action == Action.UPDATE ? update : add;
    }

    void write(NumberWriter out) {
        out.octets(add.getBytes(StandardCharsets.UTF_8));
        out.octets(update.getBytes(StandardCharsets.UTF_8));
    }

    static QuantityColumns read(NumberReader in) {
        return new QuantityColumns(text(in), text(in));
    }

    private static String text(NumberReader in) {
        return new String(in.octets(), StandardCharsets.UTF_8);
    }
}
