package io.touchline.convert;

import java.time.Instant;

/** A conversion under way whose result will be kept. */
public record RunningConversion(String id, Instant started, ConversionOptions options, Conversion conversion) {}
