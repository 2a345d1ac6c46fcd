package io.synthaudit.learn.regression;

import io.synthaudit.core.analysis.Regression.Family;
import io.synthaudit.learn.regression.Fit.Estimates;
import io.synthaudit.learn.regression.Fit.State;
import java.util.Arrays;

/**
 * Generalised linear models by iteratively reweighted least squares.
 *
 * <p>With \(\mu = g^{-1}(X\beta)\) each step solves \[ X^T W X\, \beta = X^T W \left(\eta + \frac{y - \mu}{d\mu/d\eta}\right) \]
 * until the deviance changes by less than \(10^{-8}\) of itself, as R does, and then twice more: a coefficient that still moves
 * has no finite value. Standard errors are those of \((X^T W X)^{-1}\), times the residual variance for a normal response; where
 * persons own several rows, of the sandwich over persons, \(G/(G-1)\) times as {@code sandwich::vcovCL} has it.
 *
 * @see <a href="https://doi.org/10.2307/2344614">Nelder and Wedderburn (1972)</a>
 */
public final class GeneralisedLinearModel {

    private static final int MOST_STEPS = 25;
    private static final double SETTLED = 1e-8;

    /** In units of a level, or of a number's standard deviation. A step near a finite maximum is many powers smaller. */
    private static final double STILL_MOVING = 0.05;

    /** A residual of this share of the response's squares is rounding. */
    private static final double EXACT = 1e-24;

    private final ModelMatrix x;
    private final double[] y;
    private final Family family;
    private double[] mu;
    private double[] eta;
    private double[] weight;
    private double[] beta;
    private double[] step;
    private Cholesky normal;

    private GeneralisedLinearModel(ModelMatrix x, double[] y, Family family) {
        this.x = x;
        this.y = y;
        this.family = family;
        this.weight = new double[y.length];
    }

    /**
     * Fits.
     *
     * @param x the matrix
     * @param y the response of each of its rows: 0 and 1 for a binomial one, not negative for counts
     * @param family the response's law
     * @param person the person of each row; null when each is a person of its own
     */
    public static Fit fit(ModelMatrix x, double[] y, Family family, int[] person) {
        Cholesky structure = Cholesky.find(x.crossProducts(null));
        int rank = 0;
        for (boolean out : structure.dependent()) {
            rank += out ? 0 : 1;
        }
        int free = y.length - rank;
        if (free < 1) {
            return Fit.none(x, Fit.TOO_FEW);
        }
        return new GeneralisedLinearModel(x, y, family).fit(structure, free, person);
    }

    private Fit fit(Cholesky structure, int free, int[] person) {
        eta = new double[y.length];
        mu = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            mu[i] = Link.start(family, y[i]);
            eta[i] = Link.eta(family, mu[i]);
        }
        double deviance = Double.POSITIVE_INFINITY;
        int steps = 0;
        boolean settled = false;
        while (!settled) {
            if (steps++ == MOST_STEPS) {
                return Fit.none(x, Fit.NOT_CONVERGED);
            }
            if (!improve(structure)) {
                return Fit.none(x, Fit.SEPARATED);
            }
            double now = Link.deviance(family, y, mu);
            if (!Double.isFinite(now)) {
                return Fit.none(x, Fit.NOT_CONVERGED);
            }
            settled = Math.abs(now - deviance) / (Math.abs(now) + 0.1) < SETTLED;
            deviance = now;
        }
        if (!improve(structure) || !improve(structure)) {
            return Fit.none(x, Fit.SEPARATED);
        }
        return Fit.of(x, estimates(structure, free, person));
    }

    /** One step; false if the equations have become singular. */
    private boolean improve(Cholesky structure) {
        double[] right = new double[x.columns()];
        for (int i = 0; i < y.length; i++) {
            double slope = Link.slope(family, mu[i]);
            // All three links are canonical: the variance function is the slope.
            weight[i] = slope;
            x.addRow(i, slope * eta[i] + y[i] - mu[i], right);
        }
        normal = Cholesky.of(x.crossProducts(weight), structure.dependent());
        if (normal == null) {
            return false;
        }
        double[] next = normal.solve(right);
        step = new double[next.length];
        for (int j = 0; j < next.length; j++) {
            step[j] = beta == null ? next[j] : next[j] - beta[j];
        }
        beta = next;
        eta = x.times(beta);
        for (int i = 0; i < eta.length; i++) {
            mu[i] = Link.mean(family, eta[i]);
        }
        return true;
    }

    private Estimates estimates(Cholesky structure, int free, int[] person) {
        double[][] covariance = normal.inverse();
        double degrees = family == Family.GAUSSIAN ? free : Double.POSITIVE_INFINITY;
        double residual = Link.deviance(Family.GAUSSIAN, y, mu);
        boolean exact = family == Family.GAUSSIAN && !(residual > EXACT * squares(y));
        if (person != null) {
            int persons = (int) Arrays.stream(person).distinct().count();
            covariance = Sandwich.of(x, y, mu, covariance, person);
            degrees = family == Family.GAUSSIAN ? Math.min(degrees, Math.max(1, persons - 1)) : degrees;
        } else if (family == Family.GAUSSIAN) {
            double dispersion = residual / free;
            for (double[] row : covariance) {
                for (int j = 0; j < row.length; j++) {
                    row[j] *= dispersion;
                }
            }
        }
        double[] value = x.unscale(beta);
        double[] error = x.unscaledVariances(covariance);
        State[] state = new State[value.length];
        boolean[] out = structure.dependent();
        for (int j = 0; j < value.length; j++) {
            boolean moves = family != Family.GAUSSIAN && Math.abs(step[j]) > STILL_MOVING;
            error[j] = out[j] ? Double.NaN : Math.sqrt(error[j]);
            value[j] = out[j] ? Double.NaN : value[j];
            state[j] = out[j]
                    ? State.ALIASED
                    : moves ? State.INFINITE : exact || !(error[j] > 0) ? State.EXACT : State.ESTIMATED;
        }
        return new Estimates(value, error, state, structure.entangled(), degrees);
    }

    private static double squares(double[] y) {
        double sum = 0;
        for (double v : y) {
            sum += v * v;
        }
        return sum;
    }
}
