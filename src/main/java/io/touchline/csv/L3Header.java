package io.touchline.csv;

import io.touchline.feed.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a level-3 file is what, found by name, case ignored: the two published layouts, in any order of their columns.
 *
 * <p>A column is named by its index in the header, from 0; {@link #NONE} is one that the file does not have.
 */
final class L3Header {

    static final int NONE = -1;

    /** The actions that have columns of their own, in the order of their codes. */
    static final List<Action> ACTIONS = List.of(Action.ADD, Action.UPDATE, Action.DELETE, Action.TRADE);

    private static final Set<String> SUFFIXES = Set.of("orderid", "order_id", "side", "price", "qty", "position");

    private final List<String> names;
    private final int line;
    private final int time;
    private final int seqNum;
    private final int image;
    private final int symbol;
    private final int[] orderId;
    private final int[] side;
    private final int[] price;
    private final int[] quantity;

    /**
     * Reads the names of the columns, which stand in a line of the file.
     *
     * @throws UnreadableInputException when a column is missing or there twice
     */
    L3Header(List<String> names, int line) {
        this.line = line;
        this.names = names.stream().map(String::strip).toList();
        seqNum = required("seq_num");
        orderId = requiredOfEach(ACTIONS, "orderid", "order_id");
        time = findTime();
        side = requiredOfEach(ACTIONS, "side");
        price = requiredOfEach(List.of(Action.ADD, Action.UPDATE), "price");
        quantity = requiredOfEach(List.of(Action.ADD, Action.UPDATE, Action.TRADE), "qty");
        image = find("is_image");
        symbol = find("symbol");
    }

    int columns() {
        return names.size();
    }

    /** The column's name as the file has it. */
    String name(int column) {
        return names.get(column);
    }

    int time() {
        return time;
    }

    /** {@code HOST} in layout A, {@code time} in layout B; either may have a column of the other's name that means something else. */
    private int findTime() {
        int host = find("host");
        int other = find("time");
        if (host == NONE && other == NONE) {
            throw missing("HOST or time");
        }
        boolean layoutA = find("add_orderid") != NONE;
        return other == NONE || (host != NONE && layoutA) ? host : other;
    }

    int seqNum() {
        return seqNum;
    }

    int image() {
        return image;
    }

    int symbol() {
        return symbol;
    }

    int orderId(Action action) {
        return orderId[action.code()];
    }

    int side(Action action) {
        return side[action.code()];
    }

    /** {@link #NONE} for an action whose price does not matter. */
    int price(Action action) {
        return price[action.code()];
    }

    /** {@link #NONE} for an action without a quantity. */
    int quantity(Action action) {
        return quantity[action.code()];
    }

    /** The action whose column this is, its position's among them; null when it is no action's. */
    @Nullable
    Action actionOf(int column) {
        String name = names.get(column).toLowerCase(Locale.ROOT);
        for (Action action : ACTIONS) {
            String prefix = prefix(action);
            if (name.startsWith(prefix) && SUFFIXES.contains(name.substring(prefix.length()))) {
                return action;
            }
        }
        return null;
    }

    /** Behind the last of the neighbouring columns of one action; of a column of none, the column behind it. */
    int endOfGroup(int column) {
        Action action = actionOf(column);
        int end = column + 1;
        while (action != null && end < columns() && actionOf(end) == action) {
            end++;
        }
        return end;
    }

    private static String prefix(Action action) {
        return action.name().toLowerCase(Locale.ROOT) + "_";
    }

    private int[] requiredOfEach(List<Action> actions, String... suffixes) {
        int[] columns = {NONE, NONE, NONE, NONE, NONE};
        for (Action action : actions) {
            String prefix = prefix(action);
            List<String> alternatives = new ArrayList<>();
            for (String suffix : suffixes) {
                alternatives.add(prefix + suffix);
            }
            columns[action.code()] = required(alternatives.toArray(String[]::new));
        }
        return columns;
    }

    private int required(String... alternatives) {
        int found = NONE;
        for (String name : alternatives) {
            int column = find(name);
            if (column != NONE && found != NONE) {
                throw unreadable(name, "one of the columns " + String.join(" and ", alternatives), "both");
            }
            found = column == NONE ? found : column;
        }
        if (found == NONE) {
            throw missing(String.join(" or ", alternatives));
        }
        return found;
    }

    private int find(String name) {
        int found = NONE;
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name)) {
                if (found != NONE) {
                    throw unreadable(names.get(i), "one column of that name", "two");
                }
                found = i;
            }
        }
        return found;
    }

    private UnreadableInputException missing(String what) {
        return unreadable(what, "a column " + what + " in the header", Found.text(String.join(",", names)));
    }

    private UnreadableInputException unreadable(String column, String expected, String found) {
        return new UnreadableInputException(new UnreadableRow(line, column, expected, found));
    }
}
