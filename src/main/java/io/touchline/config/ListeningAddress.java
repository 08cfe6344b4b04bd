package io.touchline.config;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Keeps a service without a token on this machine: on loopback when no address is configured, and off any other that is. */
@Component
class ListeningAddress implements WebServerFactoryCustomizer<ConfigurableWebServerFactory> {

    private static final Logger LOG = LoggerFactory.getLogger(ListeningAddress.class);

    private final SecuritySettings security;
    private final ServerProperties server;
    private final Environment environment;

    ListeningAddress(SecuritySettings security, ServerProperties server, Environment environment) {
        this.security = security;
        this.server = server;
        this.environment = environment;
    }

    @Override
    public void customize(ConfigurableWebServerFactory factory) {
        if (!security.hasToken()) {
            stayOnLoopback(factory);
        }
        LOG.info("login={}", security.hasToken() ? "token" : "none, for callers on this machine alone");
    }

    private void stayOnLoopback(ConfigurableWebServerFactory factory) {
        if (server.getAddress() == null) {
            factory.setAddress(InetAddress.getLoopbackAddress());
        } else {
            check("server.address", server.getAddress());
        }
        if (environment.containsProperty("management.server.port")) {
            check("management.server.address", environment.getProperty("management.server.address", InetAddress.class));
        }
    }

    private static void check(String setting, @Nullable InetAddress address) {
        if (address == null || !address.isLoopbackAddress()) {
            String found = address == null ? "not set" : address.getHostAddress();
            throw new UnsafeSettingException(
                    "Without a token the service listens on loopback only, but " + setting + " is " + found + ".",
                    "Set touchline.security.token to a secret that every caller then has to show, or set " + setting
                            + " to 127.0.0.1.");
        }
    }
}
