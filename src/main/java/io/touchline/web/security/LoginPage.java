package io.touchline.web.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The pages to log in and out, without scripts. Static. */
final class LoginPage {

    private static final String LOGIN = read("login.html");
    private static final String LOGOUT = read("logout.html");

    /** A path of this service: what starts with two slashes, or what browsers take for them, is another host. */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[!-~]*");

    private LoginPage() {}

    /**
     * The form for the token.
     *
     * @param reason why it is shown again, as text; empty when it is not
     * @param to the path to go to after the login
     */
    static String form(String reason, @Nullable String to) {
        String alert = reason.isEmpty() ? "" : "<p role=\"alert\" id=\"alert\">" + reason + "</p>";
        String query = to == null ? "" : "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
        return LOGIN.replace("{{alert}}", alert).replace("{{query}}", query);
    }

    /** What is shown to who is logged in. */
    static String loggedIn() {
        return LOGOUT;
    }

    /** Where to go after the login: a path of this service, whatever was asked for; the page, when nothing was. */
    static String target(String contextPath, @Nullable String to) {
        return to != null && LOCAL.matcher(to).matches() ? to : contextPath + "/";
    }

    private static String read(String name) {
        try (InputStream in = LoginPage.class.getResourceAsStream("/login/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
