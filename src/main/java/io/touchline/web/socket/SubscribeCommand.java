package io.touchline.web.socket;

import io.touchline.live.Emit;
import io.touchline.live.SubscriptionRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The fields of a command that subscribes or unsubscribes. Immutable. */
final class SubscribeCommand {

    private static final String SYMBOLS = "symbols";
    private static final String FROM = "from";
    private static final Pattern EVERY = Pattern.compile("(\\d{1,5})(ms|s)");
    private static final Duration LONGEST_PACE = Duration.ofMinutes(1);

    private final Command command;

    SubscribeCommand(Command command) {
        this.command = command;
    }

    /** What is asked for, each once, be it a symbol or not. */
    List<JsonNode> symbols() {
        JsonNode symbols = command.field(SYMBOLS);
        if (!symbols.isArray() || symbols.isEmpty()) {
            throw BadCommandException.badField(SYMBOLS, "an array of symbols", Command.kind(symbols));
        }
        List<JsonNode> all = new ArrayList<>();
        symbols.forEach(all::add);
        return all.stream().distinct().toList();
    }

    StreamOptions options() {
        boolean latest = command.choice("delivery", "all", "latest").equals("latest");
        Emit emit = command.choice("emit", "change", "packet").equals("packet") ? Emit.PACKET : Emit.CHANGE;
        return new StreamOptions(latest, everyNanos(latest), emit);
    }

    private long everyNanos(boolean latest) {
        JsonNode every = command.field("every");
        if (every.isMissingNode()) {
            return 0;
        }
        Matcher pace = EVERY.matcher(every.isString() ? every.stringValue() : "");
        if (!latest || !pace.matches()) {
            throw badPace(latest ? Command.kind(every) : "it without that");
        }
        long count = Long.parseLong(pace.group(1));
        Duration nanos = pace.group(2).equals("s") ? Duration.ofSeconds(count) : Duration.ofMillis(count);
        if (nanos.isZero() || nanos.compareTo(LONGEST_PACE) > 0) {
            throw badPace(Command.kind(every));
        }
        return nanos.toNanos();
    }

    private static BadCommandException badPace(String found) {
        return BadCommandException.badField(
                "every", "a time such as 250ms or 2s, up to 60s, with \"delivery\":\"latest\"", found);
    }

    /** Checks the field as far as it is the same for all symbols. */
    void checkFrom() {
        JsonNode from = command.field(FROM);
        if (from.isObject()) {
            from.forEach(SubscribeCommand::number);
        } else if (!from.isMissingNode()) {
            number(from);
        }
    }

    /** The number of the first quote of a symbol; {@link SubscriptionRequest#NOW} for the quote now. */
    long from(String symbol) {
        JsonNode from = command.field(FROM);
        JsonNode own = from.isObject() ? from.path(symbol) : from;
        return own.isMissingNode() ? SubscriptionRequest.NOW : number(own);
    }

    private static long number(JsonNode from) {
        if (!from.isIntegralNumber() || !from.canConvertToLong() || from.longValue() < 1) {
            throw BadCommandException.badField(
                    FROM,
                    "the number of a quote, from 1, or an object of symbols and such numbers",
                    Command.kind(from));
        }
        return from.longValue();
    }
}
