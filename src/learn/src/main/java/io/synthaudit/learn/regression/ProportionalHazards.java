package io.synthaudit.learn.regression;

import io.synthaudit.learn.regression.Fit.Estimates;
import io.synthaudit.learn.regression.Fit.State;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Cox's proportional hazards by Newton's method on the partial likelihood, with Efron's treatment of ties: of \(d\) events at
 * one time, with \(r_i = e^{x_i \beta}\), \[ \sum_{i \in D} x_i \beta - \sum_{l=0}^{d-1} \log\left(\sum_{R} r_i - \tfrac{l}{d}
 * \sum_{D} r_i\right) . \] Two steps are added after the likelihood has settled; a coefficient that still moves has no finite
 * value.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1977.10480613">Efron (1977)</a>
 */
public final class ProportionalHazards {

    private static final int MOST_STEPS = 30;
    private static final double SETTLED = 1e-9;
    private static final double STILL_MOVING = 0.05;

    private final ModelMatrix x;
    private final boolean[] event;
    private final int[] order;
    private final double[] time;
    private final int p;
    private double likelihood;
    private double[] gradient;
    private double[][] information;

    private ProportionalHazards(ModelMatrix x, double[] time, boolean[] event) {
        this.x = x;
        this.time = time;
        this.event = event;
        this.p = x.columns();
        this.order = IntStream.range(0, time.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -time[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * Fits. Coefficient 0, the intercept of the matrix, stays out.
     *
     * @param x the matrix
     * @param time how long each row was followed
     * @param event whether the event happened then
     */
    public static Fit fit(ModelMatrix x, double[] time, boolean[] event) {
        int events = 0;
        for (boolean each : event) {
            events += each ? 1 : 0;
        }
        return events < x.columns() ? Fit.none(x, Fit.TOO_FEW) : new ProportionalHazards(x, time, event).fit();
    }

    private Fit fit() {
        double[] beta = new double[p];
        measure(beta);
        Cholesky structure = Cholesky.find(information);
        double before = likelihood;
        boolean settled = false;
        int steps = 0;
        int extra = 0;
        double[] step = new double[p];
        Cholesky normal = structure;
        while (extra < 2) {
            if (steps++ == MOST_STEPS) {
                return Fit.none(x, Fit.NOT_CONVERGED);
            }
            step = normal.solve(gradient);
            double[] next = sum(beta, step, 1);
            measure(next);
            for (int half = 0; half < 10 && !(likelihood >= before - SETTLED * Math.abs(before)); half++) {
                step = sum(new double[p], step, 0.5);
                next = sum(beta, step, 1);
                measure(next);
            }
            extra += settled ? 1 : 0;
            settled |= Math.abs(likelihood - before) <= SETTLED * Math.abs(likelihood);
            beta = next;
            before = likelihood;
            normal = Cholesky.of(information, structure.dependent());
            if (normal == null || !Double.isFinite(likelihood)) {
                return Fit.none(x, Fit.SEPARATED);
            }
        }
        return Fit.of(x, estimates(beta, step, normal, structure));
    }

    private static double[] sum(double[] a, double[] b, double factor) {
        double[] sum = new double[a.length];
        Arrays.setAll(sum, j -> a[j] + factor * b[j]);
        return sum;
    }

    private Estimates estimates(double[] beta, double[] step, Cholesky normal, Cholesky structure) {
        double[] value = x.unscale(beta);
        double[] error = x.unscaledVariances(normal.inverse());
        State[] state = new State[p];
        boolean[] out = structure.dependent();
        for (int j = 0; j < p; j++) {
            error[j] = out[j] ? Double.NaN : Math.sqrt(error[j]);
            value[j] = out[j] ? Double.NaN : value[j];
            state[j] = out[j] ? State.ALIASED : Math.abs(step[j]) > STILL_MOVING ? State.INFINITE : State.ESTIMATED;
        }
        return new Estimates(value, error, state, structure.entangled(), Double.POSITIVE_INFINITY);
    }

    /** Likelihood, gradient and information, the latest times first, so that those at risk only grow. */
    private void measure(double[] beta) {
        double[] eta = x.times(beta);
        likelihood = 0;
        gradient = new double[p];
        information = new double[p][p];
        Sums risk = new Sums(p);
        int at = 0;
        while (at < order.length) {
            double now = time[order[at]];
            Sums dying = new Sums(p);
            int deaths = 0;
            for (; at < order.length && time[order[at]] == now; at++) {
                int i = order[at];
                double r = StrictMath.exp(eta[i]);
                risk.add(x, i, r);
                if (event[i]) {
                    deaths++;
                    likelihood += eta[i];
                    x.addRow(i, 1, gradient);
                    dying.add(x, i, r);
                }
            }
            for (int l = 0; l < deaths; l++) {
                subtract(risk, dying, (double) l / deaths);
            }
        }
        gradient[0] = 0;
        for (int j = 0; j < p; j++) {
            information[j][0] = 0;
        }
    }

    private void subtract(Sums risk, Sums dying, double part) {
        double s0 = risk.zero - part * dying.zero;
        likelihood -= StrictMath.log(s0);
        double[] mean = new double[p];
        for (int j = 1; j < p; j++) {
            mean[j] = (risk.first[j] - part * dying.first[j]) / s0;
            gradient[j] -= mean[j];
            for (int k = 1; k <= j; k++) {
                information[j][k] += (risk.second[j][k] - part * dying.second[j][k]) / s0 - mean[j] * mean[k];
            }
        }
    }

    /** Weighted sums of rows and of their products. */
    private static final class Sums {
        private double zero;
        private final double[] first;
        private final double[][] second;

        Sums(int p) {
            first = new double[p];
            second = new double[p][p];
        }

        void add(ModelMatrix x, int i, double weight) {
            zero += weight;
            int[] at = new int[x.terms() + 1];
            double[] cell = new double[at.length];
            int n = x.cells(i, at, cell);
            for (int a = 0; a < n; a++) {
                first[at[a]] += weight * cell[a];
                for (int b = 0; b <= a; b++) {
                    second[at[a]][at[b]] += weight * cell[a] * cell[b];
                }
            }
        }
    }
}
