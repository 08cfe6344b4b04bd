package io.touchline.beam;

import org.jspecify.annotations.Nullable;

/**
 * Which book a packet is for. Each file is a feed of its own, whose books start empty, as on the command line.
 *
 * @param file the name of the file without folders, {@code .csv} and {@code .gz}
 * @param symbol null when the file has no symbols
 */
record BookKey(String file, @Nullable String symbol) {}
