/** Touchline turns level-3 market data into level-1 quotes; here is only where the process starts. */
@NullMarked
package io.touchline;

import org.jspecify.annotations.NullMarked;
