package io.touchline.judge;

/** What came of one message; all but the last are applied. */
enum Oddity {
    NONE,
    DUPLICATE_ADD,
    UNKNOWN_UPDATE,
    UNKNOWN_DELETE,
    UNKNOWN_TRADE,
    OVERFILL,
    /** The total quantity of a price level would pass 2<sup>63</sup>-1 units: refused, and nothing changed. */
    OVERFLOW
}
