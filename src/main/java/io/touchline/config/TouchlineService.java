package io.touchline.config;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The service. */
@SpringBootApplication(scanBasePackages = {"io.touchline.web", "io.touchline.config"})
@EnableConfigurationProperties(TouchlineSettings.class)
@EnableScheduling
public class TouchlineService {

    public static void main(String[] args) {
        SpringApplication.run(TouchlineService.class, args);
    }
}
