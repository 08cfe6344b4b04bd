package io.touchline.config;

import io.touchline.web.security.HostAndOriginFilter;
import io.touchline.web.security.Refusals;
import io.touchline.web.security.SecurityHeaders;
import io.touchline.web.security.TokenBeans;
import io.touchline.web.security.TrustedHosts;
import io.touchline.web.security.TrustedOrigins;
import jakarta.servlet.Filter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.filter.CorsFilter;

/**
 * Puts together who may call: callers on this machine when there is no token, callers that show it when there is one.
 *
 * <p>Names the filters one by one: Spring Security's builder of them takes half a second of the start, and brings filters that nothing here
 * needs.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecuritySettings.class)
@Import(TokenBeans.class)
class SecurityConfiguration {

    private static final Duration REMEMBER_TLS = Duration.ofDays(365);

    /** All of Spring Security's filters; Boot looks for this name, and registers them before all others. */
    @Bean
    FilterChainProxy springSecurityFilterChain(SecurityFilterChain chain) {
        FilterChainProxy proxy = new FilterChainProxy(chain);
        proxy.setFirewall(pathsWithSymbols());
        proxy.setRequestRejectedHandler(new Refusals());
        return proxy;
    }

    @Bean
    SecurityFilterChain securityFilters(SecuritySettings settings, InstantSource clock) {
        TrustedOrigins origins = new TrustedOrigins(settings.origins());
        List<Filter> filters = new ArrayList<>();
        filters.add(headers());
        filters.add(new HostAndOriginFilter(hosts(settings), origins));
        filters.add(new CorsFilter(origins));
        if (settings.hasToken()) {
            filters.addAll(new TokenFilters(settings.requiredToken(), clock).all());
        }
        return new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, filters);
    }

    /** Headers come first, so that the answers that filters give have them too, and no answer is held back for them. */
    private static HeaderWriterFilter headers() {
        HstsHeaderWriter tls = new HstsHeaderWriter(REMEMBER_TLS.toSeconds(), false);
        HeaderWriterFilter filter = new HeaderWriterFilter(List.of(new SecurityHeaders(), tls));
        filter.setShouldWriteHeadersEagerly(true);
        return filter;
    }

    private static TrustedHosts hosts(SecuritySettings settings) {
        boolean any = settings.hasToken() && settings.hosts().isEmpty();
        return any ? TrustedHosts.any() : TrustedHosts.loopbackAnd(settings.hosts());
    }

    /** Symbols stand in paths, and may be {@code EUR/USD} or {@code 5%}; what paths mean is decided before they are decoded. */
    private static HttpFirewall pathsWithSymbols() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowUrlEncodedSlash(true);
        firewall.setAllowUrlEncodedDoubleSlash(true);
        firewall.setAllowUrlEncodedPercent(true);
        firewall.setAllowSemicolon(true);
        return firewall;
    }
}
