package io.touchline.web.socket;

import io.touchline.web.live.QuoteJson;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes an object as JSON, field by field. One thread. */
final class Json {

    private final StringBuilder text = new StringBuilder("{");

    private Json() {}

    /** An object that says its type. */
    static Json ofType(String type) {
        return new Json().text("type", type);
    }

    /** An object without a type, which is part of another. */
    static Json object() {
        return new Json();
    }

    /** Adds a text; nothing when it is absent. */
    Json text(String name, @Nullable String value) {
        return json(name, value == null ? null : QuoteJson.quoted(value));
    }

    Json number(String name, long value) {
        return json(name, Long.toString(value));
    }

    Json texts(String name, Collection<String> values) {
        return json(name, values.stream().map(QuoteJson::quoted).collect(Collectors.joining(",", "[", "]")));
    }

    Json objects(String name, Collection<String> objects) {
        return json(name, "[" + String.join(",", objects) + "]");
    }

    /** Adds a value that is JSON already; nothing when it is absent. */
    Json json(String name, @Nullable String value) {
        if (value != null) {
            text.append(text.length() > 1 ? "," : "")
                    .append('"')
                    .append(name)
                    .append("\":")
                    .append(value);
        }
        return this;
    }

    String end() {
        return text.append('}').toString();
    }
}
