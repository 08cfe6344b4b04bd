package io.touchline.web.socket;

import io.touchline.csv.Found;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeType;

/** A JSON object that a client sends: an operation, an id to know the answer by, and what the operation needs. Immutable. */
final class Command {

    private static final int DEEPEST = 8;
    private static final int LONGEST_ID = 64;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private final JsonNode object;

    private Command(JsonNode object) {
        this.object = object;
    }

    /**
     * Reads a command as far as it is one object.
     *
     * @throws BadCommandException when it is none
     */
    static Command read(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node.isObject()) {
                return new Command(node);
            }
        } catch (JacksonException e) {
            throw new BadCommandException(
                    ErrorCode.BAD_JSON, null, "expected a JSON object, found text that is no JSON or too deep");
        }
        throw new BadCommandException(ErrorCode.BAD_JSON, null, "expected a JSON object");
    }

    /** The id as JSON; null when there is none, or none that can be one. */
    @Nullable
    String id() {
        JsonNode id = object.path("id");
        boolean isText = id.isString() && id.stringValue().length() <= LONGEST_ID;
        boolean isNumber = id.isIntegralNumber() && isShort(id.bigIntegerValue());
        return isText || isNumber ? id.toString() : null;
    }

    private static boolean isShort(BigInteger number) {
        return number.bitLength() < Long.SIZE;
    }

    /** The operation. */
    Op op() {
        if (!object.path("id").isMissingNode() && !object.path("id").isNull() && id() == null) {
            throw BadCommandException.badField(
                    "id", "a whole number of 64 bits or up to " + LONGEST_ID + " characters", kind(object.path("id")));
        }
        Op op = Op.of(object.path("op").asString(""));
        if (op == null) {
            throw new BadCommandException(
                    ErrorCode.UNKNOWN_OP, "op", "expected one of " + Op.NAMES + ", found " + kind(object.path("op")));
        }
        checkFields(op);
        return op;
    }

    private void checkFields(Op op) {
        for (String name : object.propertyNames()) {
            if (!op.fields().contains(name)) {
                throw new BadCommandException(
                        ErrorCode.UNKNOWN_FIELD,
                        Found.text(name),
                        "expected one of " + String.join(", ", op.fields()) + ", found " + Found.text(name));
            }
        }
    }

    /** The value of a field; missing when it is absent or null. */
    JsonNode field(String name) {
        JsonNode value = object.path(name);
        return value.isNull() ? object.path("") : value;
    }

    /** One of some words; the first when the field is absent. */
    String choice(String name, String... words) {
        JsonNode value = field(name);
        if (value.isMissingNode()) {
            return words[0];
        }
        for (String word : words) {
            if (value.isString() && value.stringValue().equals(word)) {
                return word;
            }
        }
        throw BadCommandException.badField(name, String.join(" or ", words), kind(value));
    }

    /** Says in words what a value is. */
    static String kind(JsonNode value) {
        if (value.isString()) {
            return Found.text(value.stringValue());
        }
        JsonNodeType type = value.getNodeType();
        return type == JsonNodeType.MISSING
                ? "none"
                : type == JsonNodeType.NUMBER || type == JsonNodeType.BOOLEAN
                        ? Found.text(value.asString())
                        : "a value of type " + type.name().toLowerCase(Locale.ROOT);
    }

    /** What a client can ask of {@code /ws/l1}. */
    enum Op {
        SUBSCRIBE("op id symbols delivery every emit from"),
        UNSUBSCRIBE("op id symbols"),
        PING("op id");

        static final String NAMES = "subscribe, unsubscribe, ping";

        private final String fields;

        Op(String fields) {
            this.fields = fields;
        }

        static @Nullable Op of(String name) {
            return switch (name) {
                case "subscribe" -> SUBSCRIBE;
                case "unsubscribe" -> UNSUBSCRIBE;
                case "ping" -> PING;
                default -> null;
            };
        }

        /** The fields that its command may have. */
        List<String> fields() {
            return List.of(fields.split(" "));
        }
    }
}
