package io.touchline.live;

import java.util.concurrent.CountDownLatch;

/** Keeps the book's thread until it is let go, as no subscriber may. */
public record StuckSubscriber(CountDownLatch until) implements QuoteSubscriber {

    @Override
    public void quote(LiveQuote quote, boolean snapshot) {
        try {
            until.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void tooOld(String symbol, long oldest) {}

    @Override
    public void forgotten(String symbol) {}
}
