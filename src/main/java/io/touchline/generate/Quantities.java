package io.touchline.generate;

/** The quantities of orders: mostly round lots, now and then a single one or a very large one. Static. */
final class Quantities {

    /** How often in a hundred, and what. */
    private static final int[][] SHARES = {
        {50, 100}, {15, 200}, {10, 500}, {8, 1000}, {7, 50}, {4, 1}, {3, 2500}, {2, 10_000}, {1, 75_000}
    };

    private static final int[] HUNDRED = hundred();

    private Quantities() {}

    private static int[] hundred() {
        int[] all = new int[100];
        int n = 0;
        for (int[] share : SHARES) {
            for (int i = 0; i < share[0]; i++) {
                all[n++] = share[1];
            }
        }
        return all;
    }

    static int draw(SplitMix64 random) {
        return HUNDRED[random.below(HUNDRED.length)];
    }
}
