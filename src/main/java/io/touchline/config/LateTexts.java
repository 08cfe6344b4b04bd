package io.touchline.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DelegatingMessageSource;
import org.springframework.util.function.SingletonSupplier;

/**
 * Spring's own texts by language, of which there are none, made when one is first asked for: their class lists all languages that Java knows, and no start
 * needs one. Any thread.
 */
final class LateTexts implements MessageSource {

    private final SingletonSupplier<MessageSource> texts = SingletonSupplier.of(DelegatingMessageSource::new);

    @Override
    public @Nullable String getMessage(
            String code, Object @Nullable [] values, @Nullable String otherwise, @Nullable Locale locale) {
        return texts.obtain().getMessage(code, values, otherwise, locale);
    }

    @Override
    public String getMessage(String code, Object @Nullable [] values, @Nullable Locale locale) {
        return texts.obtain().getMessage(code, values, locale);
    }

    @Override
    public String getMessage(MessageSourceResolvable text, @Nullable Locale locale) {
        return texts.obtain().getMessage(text, locale);
    }
}
