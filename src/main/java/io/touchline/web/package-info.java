/** HTTP: what a request asks for, one call of the core, and the shape of the answer; holds no rule of its own. */
@NullMarked
package io.touchline.web;

import org.jspecify.annotations.NullMarked;
