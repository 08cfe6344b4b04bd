/** What the service is made of and its settings. */
@NullMarked
package io.touchline.config;

import org.jspecify.annotations.NullMarked;
