package io.synthaudit.learn.model;

/** Mean and standard deviation (of n, not n - 1). */
public record Spread(double mean, double deviation) {

    public static Spread around(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double v : values) {
            squares += (v - mean) * (v - mean);
        }
        return new Spread(mean, Math.sqrt(squares / values.length));
    }

    static double of(double[] values) {
        return around(values).deviation();
    }
}
