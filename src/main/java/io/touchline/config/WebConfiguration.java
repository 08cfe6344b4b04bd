package io.touchline.config;

import io.touchline.convert.DataDir;
import io.touchline.convert.ReportJson;
import io.touchline.web.BodyLimit;
import jakarta.servlet.MultipartConfigElement;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up the web server and its JSON. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    private static final int TO_DISK_ALWAYS = 0;
    private static final long UNLIMITED = -1;

    @Bean
    MessageSource messageSource() {
        return new LateTexts();
    }

    @Bean
    JsonMapperBuilderCustomizer jsonStyle() {
        return ReportJson::style;
    }

    /** Uploaded forms are spooled where a start removes what a crash left of them. */
    @Bean
    MultipartConfigElement multipart(DataDir dir, BodyLimit limit) {
        return new MultipartConfigElement(dir.temp().toString(), limit.bytes(), UNLIMITED, TO_DISK_ALWAYS);
    }

    /** A symbol in a path may have a slash, percent-encoded; Tomcat refuses that unless told to leave it to the application. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> slashesInSymbols() {
        return factory -> factory.addConnectorCustomizers(
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> noFilesOfTheServer() {
        return factory -> factory.addContextCustomizers(context -> context.setResources(new NoFiles(context)));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTheServer() {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemValve()));
    }
}
