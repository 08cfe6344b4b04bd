package io.touchline.web.security;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The names that the service answers to.
 *
 * <p>A page of a stranger can let its own name point to this machine (DNS rebinding): to the browser, its calls then are of the same origin.
 * But their header Host still has the stranger's name.
 */
public final class TrustedHosts {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[^\\[\\]]*]|[^:\\[\\]]*)(:\\d*)?");

    private final boolean any;
    private final Set<String> names;

    private TrustedHosts(boolean any, List<String> names) {
        this.any = any;
        this.names = names.stream().map(each -> each.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** Every name: for a service whose callers all show a token, which no stranger's page has. */
    public static TrustedHosts any() {
        return new TrustedHosts(true, List.of());
    }

    /** The names and addresses of this machine alone, and some more; IPv6 addresses are in brackets. */
    public static TrustedHosts loopbackAnd(List<String> names) {
        return new TrustedHosts(false, names);
    }

    /** Whether the service answers to a header Host. */
    boolean trust(@Nullable String header) {
        if (any) {
            return true;
        }
        Matcher host = HOST_AND_PORT.matcher(header == null ? "" : header.toLowerCase(Locale.ROOT));
        return host.matches() && (LOOPBACK.matcher(host.group(1)).matches() || names.contains(host.group(1)));
    }
}
