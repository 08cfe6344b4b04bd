package io.touchline.config;

import io.touchline.convert.ConversionStore;
import io.touchline.convert.Conversions;
import io.touchline.convert.DataDir;
import io.touchline.web.BodyLimit;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what runs conversions and keeps their results. */
@Configuration(proxyBeanMethods = false)
class ConversionConfiguration {

    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    DataDir dataDir(TouchlineSettings settings) throws IOException {
        return DataDir.open(settings.dataDir());
    }

    @Bean
    ConversionStore conversionStore(TouchlineSettings settings, DataDir dir, InstantSource clock) throws IOException {
        return ConversionStore.open(
                dir,
                settings.conversions().expireAfter(),
                settings.conversions().maxBytes().toBytes(),
                clock);
    }

    @Bean
    Conversions conversions(TouchlineSettings settings, DataDir dir, ConversionStore store, InstantSource clock) {
        TouchlineSettings.Limits limits = settings.limits();
        return new Conversions(
                dir,
                store,
                new Conversions.Limits(
                        limits.each(), limits.bodyBytesOrUnlimited(), limits.atOnce(), limits.conversionWait()),
                clock);
    }

    @Bean
    BodyLimit bodyLimit(TouchlineSettings settings) {
        return new BodyLimit(settings.limits().bodyBytesOrUnlimited());
    }
}
