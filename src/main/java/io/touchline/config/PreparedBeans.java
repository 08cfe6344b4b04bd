package io.touchline.config;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * Has a service that runs from its jar made of the beans that the build found out about, instead of finding them out at each start, which takes a
 * third of it.
 *
 * <p>What is found out depends on settings of Spring's own, and on whether the service is a gateway; the build knows those of this project alone. So once
 * a user sets any of them, the start finds out as ever. Other settings of Touchline and of the web server decide nothing of it.
 */
final class PreparedBeans implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final String SWITCH = "spring.aot.enabled";
    private static final String OWN_SETTINGS = "class path resource";

    private static final Predicate<String> DECIDES = Pattern.compile(
                    "((spring|management|springdoc|server[._]forward|touchline[._]kafka).*|debug|trace)",
                    Pattern.CASE_INSENSITIVE)
            .asMatchPredicate();
    private static final Predicate<String> DECIDES_NOTHING = Pattern.compile(
                    "spring[._](application|config|context|aot)[._].*", Pattern.CASE_INSENSITIVE)
            .asMatchPredicate();

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (isPackaged() && isUnset() && fit(event.getEnvironment())) {
            SpringProperties.setFlag(SWITCH);
        }
    }

    private static boolean isPackaged() {
        return PreparedBeans.class.getPackage().getImplementationVersion() != null;
    }

    private static boolean isUnset() {
        return SpringProperties.getProperty(SWITCH) == null;
    }

    /** Whether the settings are such that the beans of the build are those that a start would find. */
    static boolean fit(ConfigurableEnvironment settings) {
        return settings.getPropertySources().stream()
                .filter(source -> !source.getName().contains(OWN_SETTINGS))
                .filter(EnumerablePropertySource.class::isInstance)
                .map(EnumerablePropertySource.class::cast)
                .flatMap(source -> Arrays.stream(source.getPropertyNames()))
                .noneMatch(DECIDES.and(DECIDES_NOTHING.negate()));
    }
}
