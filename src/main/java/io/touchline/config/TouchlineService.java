package io.touchline.config;

import org.springdoc.core.configuration.SpringDocSecurityConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.autoconfigure.info.ProjectInfoAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.observation.autoconfigure.ScheduledTasksObservationAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * The service: the web package's controllers and this package's settings; those of security are named by its configuration.
 *
 * <p>Left out is what would look at each bean of each start for what none has: aspects, validated methods, scheduled methods. And what would make beans
 * that nothing asks for: facts about the build, and what belongs to the filters of Spring Security's builder.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {
            UserDetailsServiceAutoConfiguration.class,
            AopAutoConfiguration.class,
            ValidationAutoConfiguration.class,
            ProjectInfoAutoConfiguration.class,
            SecurityAutoConfiguration.class,
            ServletWebSecurityAutoConfiguration.class,
            SpringDocSecurityConfiguration.class,
            TaskSchedulingAutoConfiguration.class,
            ScheduledTasksObservationAutoConfiguration.class
        })
@ComponentScan(
        basePackages = {"io.touchline.web", "io.touchline.config"},
        excludeFilters =
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = "io\\.touchline\\.web\\.security\\..*"))
@EnableConfigurationProperties(TouchlineSettings.class)
public class TouchlineService {

    /** Starts the service; returns once it serves, and the process goes on until it is stopped. */
    public static void start(String[] args) {
        SpringApplication service = new SpringApplication(TouchlineService.class);
        service.addListeners(new PreparedBeans());
        service.run(args);
    }
}
