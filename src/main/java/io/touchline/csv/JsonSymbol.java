package io.touchline.csv;

/** A symbol in JSON. Static. */
public final class JsonSymbol {

    private JsonSymbol() {}

    /** What an object starts with whose first member is its symbol; symbols have no control characters. */
    public static String member(String symbol) {
        return "{\"symbol\":\"" + symbol.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
