package io.touchline.config;

import io.touchline.convert.DataDir;
import io.touchline.csv.ReaderLimits;
import io.touchline.demo.DemoFeed;
import io.touchline.feed.Message;
import io.touchline.live.JournalledBooks;
import io.touchline.live.LiveBooks;
import io.touchline.live.LiveCounters;
import io.touchline.live.LiveEvents;
import io.touchline.web.live.CsvMessages;
import io.touchline.web.live.EventStreams;
import io.touchline.web.live.JsonMessages;
import io.touchline.web.live.MessageLimits;
import java.io.IOException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts together the live books and what stands before them.
 *
 * <p>The books are opened, and their journal replayed, when their bean is made, which is before the port opens; they are closed when it is destroyed,
 * which is after the last request was answered.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({LiveBookSettings.class, DemoSettings.class})
class LiveConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(LiveConfiguration.class);

    /** Unless the service is a gateway. */
    @Bean
    @ConditionalOnProperty(name = "touchline.kafka.bootstrap", havingValue = "false", matchIfMissing = true)
    LiveBooks liveBooks(
            LiveBookSettings live, TouchlineSettings settings, DataDir dir, InstantSource clock, LiveEvents events)
            throws IOException {
        long start = System.nanoTime();
        LiveBooks books = JournalledBooks.open(live.toSettings(settings.limits()), dir.live(), clock, events);
        LiveCounters.JournalCounters journal = books.counters().journal();
        LOG.info(
                "books=opened count={} replayed={} torn_records={} torn_bytes={} millis={}",
                books.counters().books(),
                journal.replayed(),
                journal.tornRecords(),
                journal.tornBytes(),
                (System.nanoTime() - start) / 1_000_000);
        return books;
    }

    @Bean
    MessageLimits messageLimits(TouchlineSettings settings) {
        return new MessageLimits(
                settings.limits().requestMessages(),
                Math.toIntExact(settings.limits().messageBytes().toBytes()));
    }

    @Bean
    JsonMessages jsonMessages(LiveBooks books, MessageLimits limits, InstantSource clock) {
        return new JsonMessages(books, limits, clock);
    }

    @Bean
    CsvMessages csvMessages(LiveBooks books, TouchlineSettings settings, MessageLimits limits) {
        ReaderLimits reader = new ReaderLimits(
                settings.limits().each().lineBytes(), settings.limits().columns(), Long.MAX_VALUE, Message.MAX_SYMBOLS);
        return new CsvMessages(books, reader, limits.messages());
    }

    @Bean
    EventStreams eventStreams(LiveBooks books, TouchlineSettings settings) {
        return new EventStreams(books, settings.limits().streams());
    }

    /** Closed before the books are, since it needs them. */
    @Bean
    DemoFeed demoFeed(LiveBooks books, DemoSettings settings) {
        return new DemoFeed(books, settings.limits());
    }
}
