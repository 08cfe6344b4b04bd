package io.touchline.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.touchline.live.Emit;
import io.touchline.live.JournalUnavailableException;
import io.touchline.live.JournalledBooks;
import io.touchline.live.LiveBooks;
import io.touchline.live.LiveEvents;
import io.touchline.live.LiveSettings;
import io.touchline.live.SubscriptionRequest;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;

/** A stream whose books end under it. */
class EventStreamTest {

    private final LiveBooks books;
    private final EventStreams streams;
    private final Sent sent = new Sent();
    private final CountDownLatch completed = new CountDownLatch(1);

    EventStreamTest(@TempDir Path dir) throws IOException {
        books = JournalledBooks.open(LiveSettings.DEFAULT, dir, InstantSource.system(), LiveEvents.NONE);
        streams = new EventStreams(books, 1);
    }

    @AfterEach
    void close() throws IOException {
        streams.stop();
        books.close();
    }

    private EventStream stream() {
        return new EventStream(streams, books, SubscriptionRequest.now("A", Emit.CHANGE), sent);
    }

    @Test
    void streamThatCannotGoOnBehindTooOldEnds() throws Exception {
        EventStream stream = stream();
        stream.subscribe();
        stream.start(new MockAsyncContext(new MockHttpServletRequest(), null) {
            @Override
            public void complete() {
                completed.countDown();
            }
        });
        stream.onWritePossible();
        books.close();

        stream.tooOld("A", 5);

        assertThat(completed.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(sent.text()).startsWith("retry: ").endsWith("\"oldest\":5}\n\n");
    }

    @Test
    void streamOfBooksThatCannotBeAskedDoesNotBegin() throws IOException {
        books.close();

        assertThatExceptionOfType(JournalUnavailableException.class)
                .isThrownBy(() -> stream().subscribe());
        assertThat(sent.text()).isEmpty();
    }

    /** A socket that takes everything. */
    private static final class Sent extends ServletOutputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void write(int b) {
            bytes.write(b);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {}

        String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
