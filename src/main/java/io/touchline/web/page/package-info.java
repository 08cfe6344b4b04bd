/**
 * The page in a browser: its one document, the files that this loads, and the README.
 *
 * <p>The files have one version, made of all of their bytes, in their path: {@code page/<version>/main.js}. Modules and style sheets name each
 * other relatively, so none has to be rewritten, and a browser that has a file of a version need never ask for it again.
 */
@NullMarked
package io.touchline.web.page;

import org.jspecify.annotations.NullMarked;
