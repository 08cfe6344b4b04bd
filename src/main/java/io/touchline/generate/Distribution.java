package io.touchline.generate;

import java.util.function.IntToDoubleFunction;

/** Draws small numbers with given weights, by a table of quantiles: one random number, one read. Immutable. */
final class Distribution {

    private static final int FEWEST_QUANTILES = 1 << 14;

    private final int[] quantiles;

    private Distribution(int[] quantiles) {
        this.quantiles = quantiles;
    }

    /** Of 0 to {@code n - 1}, near ones likelier: the weight of a number falls with the square of its distance from -2. */
    static Distribution nearZero(int n) {
        return ofWeights(n, i -> 1.0 / ((i + 2.0) * (i + 2.0)));
    }

    /** Of 0 to {@code n - 1} as Zipf has it: the second number half as often as the first, the third a third as often. */
    static Distribution zipf(int n) {
        return ofWeights(n, i -> 1.0 / (i + 1.0));
    }

    /** Of 0 to {@code n - 1}, rising to a quarter of {@code n} and falling slowly behind it. */
    static Distribution humped(int n) {
        double hump = Math.max(1, n / 4);
        return ofWeights(n, i -> (i + 1.0) / (1.0 + (i + 1.0) / hump * ((i + 1.0) / hump)));
    }

    /** Of waiting times in whole units, the chance of an end being the same in each unit. */
    static Distribution waiting(int mean) {
        double[] weights = new double[16 * mean];
        double weight = 1.0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weight;
            weight *= 1.0 - 1.0 / mean;
        }
        return ofWeights(weights.length, i -> weights[i]);
    }

    private static Distribution ofWeights(int n, IntToDoubleFunction weight) {
        int[] quantiles = new int[Math.max(FEWEST_QUANTILES, Integer.highestOneBit(n) << 4)];
        double total = sum(n, weight);
        double reached = weight.applyAsDouble(0);
        int value = 0;
        for (int q = 0; q < quantiles.length; q++) {
            double wanted = (q + 0.5) / quantiles.length * total;
            while (reached < wanted && value < n - 1) {
                value++;
                reached += weight.applyAsDouble(value);
            }
            quantiles[q] = value;
        }
        return new Distribution(quantiles);
    }

    private static double sum(int n, IntToDoubleFunction weight) {
        double sum = 0.0;
        for (int i = 0; i < n; i++) {
            sum += weight.applyAsDouble(i);
        }
        return sum;
    }

    int draw(SplitMix64 random) {
        return quantiles[random.below(quantiles.length)];
    }
}
