/**
 * Live books over WebSockets: quotes out at {@code /ws/l1}, messages in at {@code /ws/l3}. {@code asyncapi.yaml} is the description of both.
 *
 * <p>Threads: the books' threads put quotes into the {@code Outbox} of each connection and never write to a socket; a few senders write, without ever
 * waiting for a client; one timer serves all connections; what may block (pings, closing) has threads of its own.
 *
 * <pre>
 * LiveBooks -&gt; QuoteStream -&gt; Outbox -&gt; Transmission -&gt; socket
 *                                ^
 * socket -&gt; Connection -&gt; Conversation (L1Conversation, L3Conversation) -&gt; LiveBooks
 * </pre>
 */
@NullMarked
package io.touchline.web.socket;

import org.jspecify.annotations.NullMarked;
