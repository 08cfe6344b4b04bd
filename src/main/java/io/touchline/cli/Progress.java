package io.touchline.cli;

/** How far a command is: asked by {@link ProgressLine}, from a thread of its own. */
interface Progress {

    /** Rows done so far. */
    long rows();

    /** The share that is done, 0 to 1; {@link Double#NaN} when nobody knows how much there is. */
    double share();
}
