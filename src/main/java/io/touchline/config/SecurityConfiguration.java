package io.touchline.config;

import io.touchline.web.security.HostAndOriginFilter;
import io.touchline.web.security.Refusals;
import io.touchline.web.security.SecurityHeaders;
import io.touchline.web.security.TrustedHosts;
import io.touchline.web.security.TrustedOrigins;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.web.filter.CorsFilter;

/** Puts together who may call: callers on this machine when there is no token, callers that show it when there is one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecuritySettings.class)
class SecurityConfiguration {

    private static final Duration REMEMBER_TLS = Duration.ofDays(365);

    @Bean
    SecurityFilterChain security(HttpSecurity http, SecuritySettings settings, Refusals refusals, InstantSource clock) {
        TrustedOrigins origins = new TrustedOrigins(settings.origins());
        http.headers(SecurityConfiguration::protectBrowsers)
                .addFilterBefore(new HostAndOriginFilter(hosts(settings), origins), CorsFilter.class)
                .cors(cors -> cors.configurationSource(origins))
                .csrf(AbstractHttpConfigurer::disable) // by origin instead: HostAndOriginFilter, SessionFromSameOrigin
                .requestCache(AbstractHttpConfigurer::disable);
        if (settings.hasToken()) {
            new TokenSecurity(refusals, settings.requiredToken(), clock).apply(http);
        } else {
            wantNothing(http);
        }
        return http.build();
    }

    /** Headers come first, so that the answers that filters give have them too, and no answer is held back for them. */
    private static void protectBrowsers(HeadersConfigurer<HttpSecurity> headers) {
        headers.defaultsDisabled()
                .addHeaderWriter(new SecurityHeaders())
                .httpStrictTransportSecurity(
                        tls -> tls.includeSubDomains(false).maxAgeInSeconds(REMEMBER_TLS.toSeconds()))
                .withObjectPostProcessor(new ObjectPostProcessor<HeaderWriterFilter>() {
                    @Override
                    public <O extends HeaderWriterFilter> O postProcess(O filter) {
                        filter.setShouldWriteHeadersEagerly(true);
                        return filter;
                    }
                });
    }

    private static TrustedHosts hosts(SecuritySettings settings) {
        boolean any = settings.hasToken() && settings.hosts().isEmpty();
        return any ? TrustedHosts.any() : TrustedHosts.loopbackAnd(settings.hosts());
    }

    private static void wantNothing(HttpSecurity http) {
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .anonymous(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
    }

    @Bean
    Refusals refusals() {
        return new Refusals();
    }

    /** Symbols stand in paths, and may be {@code EUR/USD} or {@code 5%}; what paths mean is decided before they are decoded. */
    @Bean
    HttpFirewall pathsWithSymbols() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowUrlEncodedSlash(true);
        firewall.setAllowUrlEncodedDoubleSlash(true);
        firewall.setAllowUrlEncodedPercent(true);
        firewall.setAllowSemicolon(true);
        return firewall;
    }
}
