/**
 * A conversion of level 3 to level 1 from end to end, with its options, limits and report; and the conversions whose results are kept on disk,
 * with the index that a chart is drawn from.
 *
 * <pre>
 * Conversion:  ByteSource -> Gzip -> L3Reader | BatchRelay | Feed -> L1Output -> L1Writer
 *                     the caller's thread     |     a thread behind it, once the input is long
 * Conversions: DataDir, ConversionStore, ChartIndex
 * </pre>
 */
@NullMarked
package io.touchline.convert;

import org.jspecify.annotations.NullMarked;
