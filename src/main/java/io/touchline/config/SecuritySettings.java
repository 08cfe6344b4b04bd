package io.touchline.config;

import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

/**
 * The settings {@code touchline.security.*}.
 *
 * @param token what every caller has to show; absent or blank when the service is for this machine alone
 * @param hosts names, without a port, that the service answers to besides those of this machine; any name with a token and no such setting
 * @param origins pages, such as {@code https://desk.example.com}, that may do what those of the service may
 */
@Validated
@ConfigurationProperties("touchline.security")
record SecuritySettings(
        @Nullable String token,
        @DefaultValue List<@Pattern(regexp = "[\\w.-]+|\\[[0-9a-fA-F:]+]") String> hosts,
        @DefaultValue List<@Pattern(regexp = "https?://[^/*\\s]+") String> origins) {

    boolean hasToken() {
        return StringUtils.hasText(token);
    }

    /** The token, where there is one; it has to fit into a header as it is. */
    String requiredToken() {
        String text = Objects.requireNonNull(token);
        if (!text.matches("[!-~]{1,1024}")) {
            throw new UnsafeSettingException(
                    "touchline.security.token has blanks or characters that no header can carry, or more than 1024.",
                    "Set it to random letters and digits, such as the output of \"openssl rand -hex 32\".");
        }
        return text;
    }

    @Override
    public String toString() {
        return "SecuritySettings[hosts=" + hosts + ", origins=" + origins + "]";
    }
}
