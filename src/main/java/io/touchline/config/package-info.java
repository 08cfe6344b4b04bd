<<<<<<< HEAD
/** What the service is made of and its settings. */
=======
/** The service: its settings, and how its parts are put together. */
>>>>>>> 439a6dd (Keep results and serve conversions over HTTP)
@NullMarked
package io.touchline.config;

import org.jspecify.annotations.NullMarked;
