package io.touchline.config;

import io.touchline.live.Durability;
import io.touchline.live.LiveSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The settings {@code touchline.live.*}.
 *
 * @param partitions threads that share the books; one less than processors when absent
 * @param window packets held back to put them into order
 * @param hold the time after which the lowest held packet goes; zero for never
 * @param recentQuotes quotes of each book at hand for those who resume
 * @param recentBytes memory of these quotes of all books together; an eighth of the heap when absent
 * @param durability when a request is acknowledged
 * @param fsyncInterval the interval of {@link Durability#INTERVAL}
 * @param segmentBytes the size of a journal file
 * @param history how much of the journal is kept
 * @param queue how much may wait for the journal, and for the books
 */
@Validated
@ConfigurationProperties("touchline.live")
public record LiveBookSettings(
        @Nullable @Min(1) Integer partitions,
        @DefaultValue("0") @Min(0) @Max(1_000_000) int window,
        @DefaultValue("0s") Duration hold,
        @DefaultValue("65536") @Min(1) int recentQuotes,
        @Nullable DataSize recentBytes,
        @DefaultValue("group") Durability durability,
        @DefaultValue("100ms") Duration fsyncInterval,
        @DefaultValue("128MB") DataSize segmentBytes,
        @DefaultValue @Valid History history,
        @DefaultValue @Valid Queue queue) {

    /**
     * How much of the journal is kept though a snapshot covers it, whichever is reached first.
     *
     * @param age the time since a file's last message
     * @param bytes of all files
     */
    public record History(
            @DefaultValue("7d") Duration age,
            @DefaultValue("10GB") DataSize bytes) {}

    /**
     * How much may wait.
     *
     * @param requests requests in each queue
     * @param bytes of their messages
     */
    public record Queue(
            @DefaultValue("16384") @Min(1) int requests,
            @DefaultValue("64MB") DataSize bytes) {}

    /** All that the books are told. */
    LiveSettings toSettings(TouchlineSettings.Limits limits) {
        return new LiveSettings(
                partitions == null ? LiveSettings.DEFAULT.partitions() : partitions,
                limits.books(),
                book(limits),
                new LiveSettings.QueueSettings(queue.requests, bytes(queue.bytes), bytes(limits.requestBytes())),
                new LiveSettings.JournalSettings(durability, fsyncInterval, segmentBytes.toBytes()),
                new LiveSettings.History(history.age, history.bytes.toBytes()));
    }

    private LiveSettings.BookSettings book(TouchlineSettings.Limits limits) {
        Integer held = limits.heldRows();
        return new LiveSettings.BookSettings(
                window,
                hold,
                held == null ? LiveSettings.BookSettings.DEFAULT.heldRows() : held,
                limits.each().restingOrders(),
                recent());
    }

    private LiveSettings.RecentSettings recent() {
        long bytes = recentBytes == null ? LiveSettings.RecentSettings.DEFAULT.bytes() : recentBytes.toBytes();
        return new LiveSettings.RecentSettings(recentQuotes, bytes);
    }

    private static int bytes(DataSize size) {
        return Math.toIntExact(size.toBytes());
    }
}
