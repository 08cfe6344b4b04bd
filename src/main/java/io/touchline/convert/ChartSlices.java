package io.touchline.convert;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A span of time cut into slices of equal length, and what the rows of each come to. One thread. */
final class ChartSlices {

    private final long fromNanos;
    private final long toNanos;
    /** How long a slice is; unsigned, as is every difference of times here. */
    private final long widthNanos;

    private final @Nullable ChartBucket[] slices;

    private ChartSlices(long fromNanos, long toNanos, int count) {
        this.fromNanos = fromNanos;
        this.toNanos = toNanos;
        this.widthNanos = Long.divideUnsigned(toNanos - fromNanos, count) + 1;
        this.slices = new @Nullable ChartBucket[count];
    }

    /** Cuts the time from one instant to another, both in it. */
    static ChartSlices of(long fromNanos, long toNanos, int count) {
        return new ChartSlices(fromNanos, toNanos, count);
    }

    /** Whether all rows of a bucket lie in one slice. */
    boolean holdInOne(ChartBucket bucket) {
        return fromNanos <= bucket.earliestNanos()
                && bucket.latestNanos() <= toNanos
                && slice(bucket.earliestNanos()) == slice(bucket.latestNanos());
    }

    /** Adds all rows of a bucket, which one slice holds. */
    void add(ChartBucket bucket) {
        at(bucket.earliestNanos()).add(bucket);
    }

    /** Adds a row. */
    void add(long timeNanos, long[] values) {
        at(timeNanos).add(timeNanos, values);
    }

    /** The slices that have rows, in the order of time. */
    List<ChartBucket> filled() {
        return Arrays.stream(slices).filter(Objects::nonNull).toList();
    }

    private int slice(long timeNanos) {
        return (int) Long.divideUnsigned(timeNanos - fromNanos, widthNanos);
    }

    private ChartBucket at(long timeNanos) {
        int slice = slice(timeNanos);
        ChartBucket bucket = slices[slice];
        if (bucket == null) {
            bucket = new ChartBucket();
            slices[slice] = bucket;
        }
        return bucket;
    }
}
