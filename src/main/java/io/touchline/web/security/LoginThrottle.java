package io.touchline.web.security;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Slows down who guesses the token: so many wrong ones at once from an address and in all, then one per pause. Any thread may call.
 *
 * <p>Who has to wait is not even compared, right or wrong. Two things keep a guesser from shutting out others: an address that once had the
 * right token is not held to the allowance of all, and the same wrong token over and over, as of a program with an old one, counts once. An
 * IPv6 address counts with its network of 64 bits, which one caller has for itself. Remembers a bounded number of addresses, those of late.
 */
public final class LoginThrottle {

    static final int OF_AN_ADDRESS = 10;
    static final int OF_ALL = 100;
    static final int ADDRESSES = 10_000;

    private static final Duration REFILL = Duration.ofMinutes(1);
    private static final Pattern IPV6_NETWORK = Pattern.compile("((?:\\p{XDigit}+:){4}).*");

    private final InstantSource clock;
    private final Allowance ofAll = new Allowance(OF_ALL);
    private final Map<String, Caller> callers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Caller> eldest) {
            return size() > ADDRESSES;
        }
    };

    public LoginThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /** How long an address has to wait until it may try a token; zero when it may now. */
    synchronized Duration pause(String address) {
        long now = clock.millis();
        @Nullable Caller caller = callers.get(network(address));
        long own = caller == null ? 0 : caller.allowance.pause(now);
        boolean known = caller != null && caller.known;
        return Duration.ofMillis(known ? own : Math.max(own, ofAll.pause(now)));
    }

    /** Counts a wrong token, given by its digest. */
    synchronized void failed(String address, byte[] digest) {
        Caller caller = callers.computeIfAbsent(network(address), each -> new Caller());
        if (!Arrays.equals(digest, caller.lastWrong)) {
            caller.lastWrong = digest;
            caller.allowance.use(clock.millis());
            ofAll.use(clock.millis());
        }
    }

    /** Remembers that an address has the right token. */
    synchronized void succeeded(String address) {
        callers.computeIfAbsent(network(address), each -> new Caller()).known = true;
    }

    /** How many addresses it remembers. */
    synchronized int remembered() {
        return callers.size();
    }

    private static String network(String address) {
        Matcher ipv6 = IPV6_NETWORK.matcher(address);
        return ipv6.matches() ? ipv6.group(1) : address;
    }

    private static final class Caller {
        private final Allowance allowance = new Allowance(OF_AN_ADDRESS);
        private byte @Nullable [] lastWrong;
        private boolean known;
    }

    /** So many at once, as many again over a minute. */
    private static final class Allowance {
        private final long all;
        private final long each;
        private long usedUntil;

        Allowance(int number) {
            this.all = REFILL.toMillis();
            this.each = all / number;
        }

        long pause(long now) {
            return Math.max(0, Math.min(usedUntil, now + all) - now - (all - each));
        }

        void use(long now) {
            usedUntil = Math.min(Math.max(usedUntil, now), now + all) + each;
        }
    }
}
