package io.touchline.live;

/** When a request is acknowledged, and so what a loss of power can take. A killed process loses nothing of what was acknowledged. */
public enum Durability {
    /** After its record is forced to the disk, together with those of all requests that wait: nothing acknowledged is ever lost. */
    GROUP,
    /** After its record is handed to the operating system, which is told to force it at an interval: that interval may be lost. */
    INTERVAL,
    /** After its record is handed to the operating system, which writes when it likes: some seconds may be lost. */
    NONE
}
