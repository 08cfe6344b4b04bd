package io.touchline.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class PreparedBeansTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "touchline.security.token",
                "TOUCHLINE_LIMITS_ROWS",
                "server.port",
                "SERVER_ADDRESS",
                "spring.config.import",
                "spring.context.exit",
                "logging.level.root",
                "JAVA_HOME"
            })
    void beansOfTheBuildFitSettingsThatDecideNothingOfThem(String setting) {
        assertThat(PreparedBeans.fit(with(setting))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "management.server.port",
                "MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE",
                "spring.profiles.active",
                "SPRING_JMX_ENABLED",
                "springdoc.swagger-ui.enabled",
                "server.forward-headers-strategy",
                "SERVER_FORWARDHEADERSSTRATEGY",
                "touchline.kafka.bootstrap",
                "TOUCHLINE_KAFKA_BOOTSTRAP",
                "debug"
            })
    void settingsThatDecideWhichBeansThereAreMakeTheStartFindThemOut(String setting) {
        assertThat(PreparedBeans.fit(with(setting))).isFalse();
    }

    private static MockEnvironment with(String setting) {
        return new MockEnvironment().withProperty(setting, "x").withProperty("PATH", "/bin");
    }
}
