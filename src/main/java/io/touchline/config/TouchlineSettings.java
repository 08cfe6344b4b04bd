package io.touchline.config;

import io.touchline.convert.ConversionLimits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The settings {@code touchline.*}.
 *
 * @param dataDir where results are kept and spooled; relative to the working directory
 * @param conversions how long and how much is kept
 * @param limits what conversions may use
 */
@Validated
@ConfigurationProperties("touchline")
public record TouchlineSettings(
        @DefaultValue("touchline-data") Path dataDir,
        @DefaultValue @Valid Conversions conversions,
        @DefaultValue @Valid Limits limits) {

    /**
     * What is kept.
     *
     * @param expireAfter how long a result is kept
     * @param maxBytes how much all kept results may take together on disk; the oldest go first, the newest never
     */
    public record Conversions(
            @DefaultValue("24h") Duration expireAfter,
            @DefaultValue("10GB") DataSize maxBytes) {}

    /**
     * What conversions may use.
     *
     * @param bodyBytes one body; unlimited when absent
     * @param lineBytes one row
     * @param columns columns of a header
     * @param rows rows of an input; unlimited when absent
     * @param symbols symbols of an input
     * @param heldRows rows that the reorder window holds at a time; 4,000,000 or a quarter of the heap when absent
     * @param restingOrders orders in one book at a time; 2,000,000 or a quarter of the heap when absent
     * @param concurrentConversions conversions at once; as many as there are processors when absent
     * @param conversionWait how long one more conversion waits for its turn
     * @param books live books
     * @param requestBytes the messages of one request for a live book, as the journal has them
     * @param requestMessages messages of one request for a live book
     * @param messageBytes one JSON message
     * @param streams open streams of quotes
     */
    public record Limits(
            @Nullable DataSize bodyBytes,
            @DefaultValue("64KB") DataSize lineBytes,
            @DefaultValue("256") @Min(1) int columns,
            @Nullable @Min(1) Long rows,
            @DefaultValue("100000") @Min(1) @Max(1 << 20) int symbols,
            @Nullable @Min(1) Integer heldRows,
            @Nullable @Min(1) Integer restingOrders,
            @Nullable @Min(1) Integer concurrentConversions,
            @DefaultValue("10s") Duration conversionWait,
            @DefaultValue("10000") @Min(1) int books,
            @DefaultValue("16MB") DataSize requestBytes,
            @DefaultValue("1000000") @Min(1) int requestMessages,
            @DefaultValue("8KB") DataSize messageBytes,
            @DefaultValue("1000") @Min(1) int streams) {

        /** The limits of each conversion. */
        ConversionLimits each() {
            long most = rows == null ? Long.MAX_VALUE : rows;
            return new ConversionLimits(
                    Math.toIntExact(lineBytes.toBytes()),
                    columns,
                    most,
                    symbols,
                    heldRows == null ? ConversionLimits.DEFAULT.heldRows() : heldRows,
                    restingOrders == null ? ConversionLimits.DEFAULT.restingOrders() : restingOrders);
        }

        /** Bytes of a body. */
        long bodyBytesOrUnlimited() {
            return bodyBytes == null ? Long.MAX_VALUE : bodyBytes.toBytes();
        }

        /** Conversions at once. */
        int atOnce() {
            return concurrentConversions == null ? Runtime.getRuntime().availableProcessors() : concurrentConversions;
        }
    }
}
