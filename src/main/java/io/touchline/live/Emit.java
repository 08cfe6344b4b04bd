package io.touchline.live;

/** Which quotes of a book are told; each kind is numbered on its own, from 1 and without a hole. */
public enum Emit {
    /** Only those of which one of the four values differs from the quote before. */
    CHANGE,
    /** One per packet. */
    PACKET
}
