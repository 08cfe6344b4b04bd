package io.touchline.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.touchline.live.JournalledBooks;
import io.touchline.live.LiveBooks;
import io.touchline.live.LiveEvents;
import io.touchline.live.LiveRequest;
import io.touchline.live.LiveSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Frames of messages that name their symbols. */
class JsonMessagesTest {

    private static final String A =
            "{\"symbol\":\"A\",\"seq_num\":\"1\",\"action\":\"DELETE\",\"order_id\":\"1\",\"side\":\"BUY\"}";
    private static final String B = A.replace("\"A\"", "\"B\"");

    private final LiveBooks books;
    private final JsonFrames frames;

    JsonMessagesTest(@TempDir Path dir) throws IOException {
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-01-05T09:00:00.123456789Z"));
        books = JournalledBooks.open(LiveSettings.DEFAULT, dir, clock, LiveEvents.NONE);
        frames = new JsonMessages(books, new MessageLimits(10, 1000), clock).frames();
    }

    @AfterEach
    void close() throws IOException {
        books.close();
    }

    @Test
    void frameBecomesARequestForEachSymbol() {
        JsonFrames.Frame frame = frames.read("[" + B + "," + A + "," + B + "]");

        assertThat(frame.id()).isNull();
        assertThat(frame.requests()).extracting(LiveRequest::symbol).containsExactly("B", "A");
        assertThat(frame.requests()).extracting(LiveRequest::messages).containsExactly(2, 1);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"7,7", "-3,-3", "`\"a\\\"b\"`,`\"a\\\"b\"`", "12345678901234567890123,12345678901234567890123"})
    void idIsHandedBackAsItCame(String id, String handedBack) {
        String withId = A.replace("{", "{\"id\":" + id + ",");

        assertThat(frames.read("[" + B + "," + withId + "," + A.replace("{", "{\"id\":1,") + "]")
                        .id())
                .isEqualTo(handedBack);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"symbol\":\"A\", | ``                        | symbol",
                "\"symbol\":\"A\"  | \"symbol\":\"*\"         | symbol",
                "\"symbol\":\"A\"  | \"symbol\":\"a\\u0007\" | symbol",
                "\"symbol\":\"A\"  | \"symbol\":\"\\udc00\"  | symbol",
                "\"symbol\":\"A\"  | \"symbol\":7             | symbol",
                "\"symbol\":\"A\"  | `\"symbol\":\"A\",\"id\":true` | id",
                "\"side\":\"BUY\"  | \"side\":\"\"            | side"
            })
    void messageThatCannotBeReadIsNamed(String part, String instead, String field) {
        String bad = A.replace(part, instead == null ? "" : instead);

        assertThatExceptionOfType(UnreadableMessageException.class)
                .isThrownBy(() -> frames.read("[" + A + "," + bad + "]"))
                .satisfies(thrown -> {
                    assertThat(thrown.index()).isEqualTo(1);
                    assertThat(thrown.field()).isEqualTo(field);
                });
    }

    @Test
    void messageWithoutATimeHasThatOfTheClock() {
        books.submit(frames.read(A).requests().get(0)).join();

        assertThat(books.symbols()).containsExactly("A");
        assertThat(BookView.of(Objects.requireNonNull(books.state("A"))).quote().time())
                .isEqualTo("2026-01-05 09:00:00.123456789 UTC");
    }
}
