package io.synthaudit.learn.model;

import java.util.Arrays;

/**
 * Linear regression with a small L2 penalty: squared errors summed over rows plus the squared weights, intercept free, all in
 * units of the standard deviation of what is predicted.
 *
 * <p>Solved by conjugate gradients over columns, at most 200 steps, down to a residual of 1e-8 of its start, so that no matrix
 * is kept. Importance of a feature: the standard deviation, over the rows learned from, of what it adds to a prediction.
 *
 * @see <a href="https://doi.org/10.6028/jres.049.044">Hestenes and Stiefel (1952)</a>
 */
public final class RidgeRegression implements NumberLearner {

    private static final double PENALTY = 1;
    private static final int MOST_STEPS = 200;
    private static final double TOLERANCE = 1e-8;

    @Override
    public String name() {
        return "linear";
    }

    @Override
    public Predictor fit(Design design, double[] values) {
        design.checkAnswers(values.length);
        Spread spread = Spread.around(values);
        if (design.width() == 0 || !(spread.deviation() > 0)) {
            return new Majority().fit(design, values);
        }
        double[] y = Arrays.stream(values)
                .map(v -> (v - spread.mean()) / spread.deviation())
                .toArray();
        double[] weights = solve(design, y);
        double[] importance = new double[design.features().size()];
        for (int f = 0; f < importance.length; f++) {
            double[] parts = new double[design.size()];
            design.features().get(f).addTo(parts, weights);
            importance[f] = spread.deviation() * Spread.of(parts);
        }
        return new Model(weights, spread, importance);
    }

    private static double[] solve(Design design, double[] y) {
        double[] weights = new double[design.width() + 1];
        double[] residual = project(design, y);
        double[] direction = residual.clone();
        double squares = dot(residual, residual);
        double enough = TOLERANCE * TOLERANCE * squares;
        for (int step = 0; step < MOST_STEPS && squares > enough; step++) {
            double[] moved = project(design, scores(design, direction));
            for (int j = 0; j < design.width(); j++) {
                moved[j] += PENALTY * direction[j];
            }
            double length = squares / dot(direction, moved);
            for (int j = 0; j < weights.length; j++) {
                weights[j] += length * direction[j];
                residual[j] -= length * moved[j];
            }
            double next = dot(residual, residual);
            for (int j = 0; j < weights.length; j++) {
                direction[j] = residual[j] + next / squares * direction[j];
            }
            squares = next;
        }
        return weights;
    }

    private static double[] scores(Design design, double[] weights) {
        double[] sums = new double[design.size()];
        Arrays.fill(sums, weights[design.width()]);
        for (Feature feature : design.features()) {
            feature.addTo(sums, weights);
        }
        return sums;
    }

    private static double[] project(Design design, double[] factors) {
        double[] sums = new double[design.width() + 1];
        for (Feature feature : design.features()) {
            feature.project(factors, sums);
        }
        for (double factor : factors) {
            sums[design.width()] += factor;
        }
        return sums;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    private record Model(double[] weights, Spread spread, double[] importance) implements Predictor {

        @Override
        public double[] predict(Design design) {
            return Arrays.stream(scores(design, weights))
                    .map(score -> spread.mean() + spread.deviation() * score)
                    .toArray();
        }
    }
}
