/**
 * Who may call: the token, the login page, the hosts and origins that are trusted, and the headers that protect browsers.
 *
 * <p>Every request, the handshakes of sockets included, passes Spring Security's filters in this order; what they refuse is a problem, and
 * none of them reads a body but that of the login form.
 *
 * <pre>
 * SecurityHeaders -&gt; HostAndOriginFilter -&gt; LoginForm -&gt; PresentedToken -&gt; SessionFromSameOrigin -&gt; controllers, sockets
 *                                                \            /
 *                                                 TokenCheck -&gt; LoginThrottle, AccessToken
 * </pre>
 *
 * <p>A browser cannot give a socket's handshake a header, so it may offer the token as the subprotocol {@code bearer.} and the token in
 * base64url, beside {@link io.touchline.web.security.PresentedToken#SUBPROTOCOL}. {@code PresentedToken} has read it, and the origin is
 * checked, before the handshake comes to a socket's handler: the handler only has to answer the subprotocol {@code touchline}
 * ({@code DefaultHandshakeHandler.setSupportedProtocols}), and must not check origins itself ({@code setAllowedOriginPatterns("*")}), since
 * Spring's own check does not know of a proxy that ends TLS.
 */
@NullMarked
package io.touchline.web.security;

import org.jspecify.annotations.NullMarked;
