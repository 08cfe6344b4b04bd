package io.touchline.config;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The service: the web package's controllers and this package's settings. */
@SpringBootApplication(
        proxyBeanMethods = false,
        exclude = UserDetailsServiceAutoConfiguration.class,
        scanBasePackages = {"io.touchline.web", "io.touchline.config"})
@EnableConfigurationProperties(TouchlineSettings.class)
@EnableScheduling
public class TouchlineService {

    /** Starts the service; returns once it serves, and the process goes on until it is stopped. */
    public static void start(String[] args) {
        SpringApplication.run(TouchlineService.class, args);
    }
}
