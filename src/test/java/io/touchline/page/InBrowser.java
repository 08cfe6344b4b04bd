package io.touchline.page;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** Tests that need a browser; they are skipped where none is installed. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
        value = "io.touchline.page.Browser#isInstalled",
        disabledReason = "no chromium on the path: install Debian's package chromium to run the tests of the page")
@interface InBrowser {}
