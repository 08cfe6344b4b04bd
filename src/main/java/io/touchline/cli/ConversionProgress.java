package io.touchline.cli;

import io.touchline.convert.Conversion;

/**
 * How far a conversion is.
 *
 * @param bytes of the whole input, as they come; {@link Input#UNKNOWN} when nobody knows
 */
record ConversionProgress(Conversion conversion, long bytes) implements Progress {

    @Override
    public long rows() {
        return conversion.rowsRead();
    }

    @Override
    public double share() {
        return bytes <= 0 ? Double.NaN : Math.min(1.0, (double) conversion.bytesRead() / bytes);
    }
}
