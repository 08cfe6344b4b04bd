package io.touchline.web.live;

import io.touchline.csv.Found;
import tools.jackson.core.JsonParser;

/** Says in words what stands in JSON where something else should. Static. */
final class JsonKinds {

    private JsonKinds() {}

    /** The value that a parser is at. */
    static String of(JsonParser json) {
        return switch (json.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> Found.text(json.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "the number " + json.getString();
            case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> json.getString();
            default -> "the end";
        };
    }
}
