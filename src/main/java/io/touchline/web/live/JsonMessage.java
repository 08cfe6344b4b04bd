package io.touchline.web.live;

import io.touchline.csv.Found;
import io.touchline.csv.MessageFields;
import io.touchline.csv.MessageFields.Field;
import io.touchline.csv.Times;
import io.touchline.csv.UnreadableInputException;
import io.touchline.csv.UnreadableRow;
import io.touchline.feed.Action;
import io.touchline.feed.Message;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One message of a JSON body: an object with the fields of {@link Field} and {@code action}, {@code symbol} and, where allowed, {@code id}.
 *
 * <p>Strict: a field that is unknown, there twice or of a wrong type makes the message unreadable; {@code null} is as good as absent. Prices and
 * quantities keep the digits of their text. Reused from message to message; one thread.
 */
final class JsonMessage {

    private static final String NAMES =
            "one of seq_num, time, action, order_id, side, price, quantity, is_image, symbol";
    /** From here on programs that hold numbers as doubles lose digits. */
    private static final long FIRST_INEXACT = 1L << 53;

    private static final int ACTION_BIT = 1 << 20;
    private static final int SYMBOL_BIT = 1 << 21;
    private static final int ID_BIT = 1 << 22;

    private final MessageFields fields = new MessageFields();
    private final boolean mayHaveId;
    private Instant began = Instant.EPOCH;
    private @Nullable String beganText;
    private long index;
    private int seen;
    private @Nullable Action action;
    private @Nullable String symbol;
    private @Nullable String id;

    /** A message to be read. */
    JsonMessage(boolean mayHaveId) {
        this.mayHaveId = mayHaveId;
    }

    /** Starts a body; the messages of it that state no time have that at which it began. */
    void startBody(Instant began) {
        this.began = began;
        beganText = null;
    }

    /** Reads an object to its end; the parser is at its start. */
    void read(JsonParser json, long index) {
        this.index = index;
        seen = 0;
        action = null;
        symbol = null;
        id = null;
        fields.clear();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            readField(json, name);
        }
    }

    /** Its symbol; null when it states none. */
    @Nullable
    String symbol() {
        return symbol;
    }

    /** Its id as a JSON text; null when it states none. */
    @Nullable
    String id() {
        return id;
    }

    /** Writes what was read. */
    void writeTo(Message message) {
        Action known = action;
        if (known == null) {
            throw unreadable("action", "ADD, UPDATE, DELETE, TRADE or IMAGE", "none");
        }
        if (!fields.has(Field.TIME)) {
            fields.put(Field.TIME, beganText());
        }
        try {
            fields.decode(known, message);
        } catch (UnreadableInputException e) {
            UnreadableRow row = e.row();
            throw unreadable(row.column(), row.expected(), row.found());
        }
    }

    /** Made when the first message of a body needs it. */
    private String beganText() {
        String text = beganText;
        if (text == null) {
            text = Times.text(began);
            beganText = text;
        }
        return text;
    }

    private void readField(JsonParser json, String name) {
        switch (name) {
            case "seq_num" -> readNumber(json, Field.SEQ_NUM);
            case "time" -> readText(json, Field.TIME);
            case "order_id" -> readNumber(json, Field.ORDER_ID);
            case "side" -> readText(json, Field.SIDE);
            case "price" -> readDecimal(json, Field.PRICE);
            case "quantity" -> readDecimal(json, Field.QUANTITY);
            case "is_image" -> readImage(json);
            case "action" -> readAction(json);
            case "symbol" -> readSymbol(json);
            default -> readOther(json, name);
        }
    }

    private void readOther(JsonParser json, String name) {
        if (!mayHaveId || !name.equals("id")) {
            throw unreadable(null, mayHaveId ? NAMES + ", id" : NAMES, "a field " + Found.text(name));
        }
        see(ID_BIT, name);
        id = switch (json.currentToken()) {
            case VALUE_STRING -> QuoteJson.quoted(json.getString());
            case VALUE_NUMBER_INT -> json.getString();
            case VALUE_NULL -> null;
            default -> throw wrongType(json, name, "a string or a whole number");
        };
    }

    /** A number that programs may not be able to hold as one: a string, or a number that they can. */
    private void readNumber(JsonParser json, Field field) {
        see(1 << field.code(), field.text());
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT) {
            checkExact(json, field);
        } else if (token != JsonToken.VALUE_STRING && token != JsonToken.VALUE_NULL) {
            throw wrongType(json, field.text(), "a string");
        }
        putUnlessNull(json, field);
    }

    private void checkExact(JsonParser json, Field field) {
        String number = json.getString();
        boolean exact = number.length() <= 16 && number.charAt(0) != '-' && Long.parseLong(number) < FIRST_INEXACT;
        if (!exact) {
            throw unreadable(
                    field.text(), "a string, or a number from 0 to " + (FIRST_INEXACT - 1), Found.text(number));
        }
    }

    private void readText(JsonParser json, Field field) {
        see(1 << field.code(), field.text());
        if (json.currentToken() != JsonToken.VALUE_STRING && json.currentToken() != JsonToken.VALUE_NULL) {
            throw wrongType(json, field.text(), "a string");
        }
        putUnlessNull(json, field);
    }

    private void readDecimal(JsonParser json, Field field) {
        see(1 << field.code(), field.text());
        switch (json.currentToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_NULL -> putUnlessNull(json, field);
            default -> throw wrongType(json, field.text(), "a number, or a string with one");
        }
    }

    private void readImage(JsonParser json) {
        see(1 << Field.IS_IMAGE.code(), Field.IS_IMAGE.text());
        switch (json.currentToken()) {
            case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> putUnlessNull(json, Field.IS_IMAGE);
            default -> throw wrongType(json, Field.IS_IMAGE.text(), "true or false");
        }
    }

    private void putUnlessNull(JsonParser json, Field field) {
        if (json.currentToken() != JsonToken.VALUE_NULL) {
            fields.put(field, json.getStringCharacters(), json.getStringOffset(), json.getStringLength());
        }
    }

    private void readAction(JsonParser json) {
        see(ACTION_BIT, "action");
        String text = string(json, "action");
        if (text != null) {
            action = switch (text.toUpperCase(Locale.ROOT)) {
                case "ADD" -> Action.ADD;
                case "UPDATE" -> Action.UPDATE;
                case "DELETE" -> Action.DELETE;
                case "TRADE" -> Action.TRADE;
                case "IMAGE" -> Action.IMAGE;
                default -> throw unreadable("action", "ADD, UPDATE, DELETE, TRADE or IMAGE", Found.text(text));
            };
        }
    }

    private void readSymbol(JsonParser json) {
        see(SYMBOL_BIT, "symbol");
        symbol = string(json, "symbol");
    }

    private @Nullable String string(JsonParser json, String name) {
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getString();
            case VALUE_NULL -> null;
            default -> throw wrongType(json, name, "a string");
        };
    }

    private void see(int bit, String name) {
        if ((seen & bit) != 0) {
            throw unreadable(name, "one field of that name", "two");
        }
        seen |= bit;
    }

    private UnreadableMessageException wrongType(JsonParser json, String name, String expected) {
        return unreadable(name, expected, JsonKinds.of(json));
    }

    UnreadableMessageException unreadable(@Nullable String field, String expected, String found) {
        return new UnreadableMessageException(index, field, expected, found);
    }
}
