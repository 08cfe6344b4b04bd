package io.touchline.judge;

import org.jspecify.annotations.Nullable;

/**
 * A row that nobody can read.
 *
 * @param line where the row starts, counted from 1
 * @param column the column's name as the header has it; null when the whole row is meant
 */
record Refusal(long line, @Nullable String column) {}
