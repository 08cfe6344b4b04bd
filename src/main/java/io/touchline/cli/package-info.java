/**
 * The command line: {@code convert} and {@code generate}, without Spring.
 *
 * <p>Exit codes are 0, 1 for input that cannot be read and streams that fail, and 2 for a command that makes no sense. Everything that is
 * said to a person goes to the standard error; the standard output holds data only.
 */
@NullMarked
package io.touchline.cli;

import org.jspecify.annotations.NullMarked;
