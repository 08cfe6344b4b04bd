/** The service: its settings, and how its parts are put together. */
@NullMarked
package io.touchline.config;

import org.jspecify.annotations.NullMarked;
