/**
 * Benchmarks, built by the profile {@code bench} alone: how long a message takes from text to level 1, on its stages, and in the book beside
 * another one. No test asserts what they measure.
 */
@NullMarked
package io.touchline.bench;

import org.jspecify.annotations.NullMarked;
