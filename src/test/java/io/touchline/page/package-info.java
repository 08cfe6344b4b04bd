/** The page as a person sees it: Chromium, driven by Playwright, on a service of its own port. */
@NullMarked
package io.touchline.page;

import org.jspecify.annotations.NullMarked;
