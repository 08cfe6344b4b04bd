package io.touchline.config;

import io.touchline.convert.DataDir;
import io.touchline.convert.ReportJson;
import io.touchline.web.BodyLimit;
import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up the web server and its JSON. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    private static final int TO_DISK_ALWAYS = 0;
    private static final long UNLIMITED = -1;

    @Bean
    JsonMapperBuilderCustomizer jsonStyle() {
        return ReportJson::style;
    }

    /** Uploaded forms are spooled where a start removes what a crash left of them. */
    @Bean
    MultipartConfigElement multipart(DataDir dir, BodyLimit limit) {
        return new MultipartConfigElement(dir.temp().toString(), limit.bytes(), UNLIMITED, TO_DISK_ALWAYS);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTheServer() {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemValve()));
    }
}
