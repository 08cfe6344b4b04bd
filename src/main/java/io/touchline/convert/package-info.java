/** A conversion of level 3 to level 1 from end to end: options, limits, report. */
@NullMarked
package io.touchline.convert;

import org.jspecify.annotations.NullMarked;
