package io.synthaudit.metrics.fidelity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The measures of synthpop's {@code utility.tab} of one table of counts, exactly as its source defines them.
 *
 * <p>Over cells with \(o_k + s_k > 0\), o training and s synthetic rows: \(N = n_o + n_s\), \(c = n_s / N\),
 * \(e_k = c (o_k + s_k)\), \(d_k = s_k - o_k c/(1-c)\).
 *
 * @see <a href="https://doi.org/10.1111/rssa.12358">Snoke, Raab, Nowok, Dibben and Slavkovic (2018)</a>
 */
final class TableUtility {

    static final int S_PMSE = 0;
    static final int PMSE = 1;
    static final int VW = 2;
    static final int FT = 3;
    static final int G = 4;
    static final int JSD = 5;
    static final int SPECKS = 6;
    static final int MABSDD = 7;
    static final int WMABSDD = 8;
    static final int DBHATT = 9;
    static final int S_FT = 10;
    static final int S_G = 11;
    static final int S_JSD = 12;
    static final int S_WMABSDD = 13;
    static final int SIZE = 14;

    private static final double LN2 = StrictMath.log(2);

    private TableUtility() {}

    /**
     * All measures that are 0 for equal shares.
     *
     * @param training rows per cell
     * @param synthetic rows per cell
     * @param into one number per measure; standardised ones are NaN where they have no degree of freedom
     */
    static void of(long[] training, long[] synthetic, double[] into) {
        double no = CellResampling.total(training);
        double ns = CellResampling.total(synthetic);
        double total = no + ns;
        double c = ns / total;
        double ratio = ns / no;
        int cells = 0;
        int both = 0;
        double vw = 0;
        double ft = 0;
        double entropies = 0;
        double absolute = 0;
        double weighted = 0;
        double bothTraining = 0;
        double bothSynthetic = 0;
        double g = 0;
        for (int k = 0; k < training.length; k++) {
            double o = training[k];
            double s = synthetic[k];
            if (o + s == 0) {
                continue;
            }
            cells++;
            double e = (o + s) * c;
            double d = s - o * ratio;
            double root = Math.sqrt(s) - Math.sqrt(o * ratio);
            vw += d * d / e;
            ft += 4 * root * root;
            absolute += Math.abs(d);
            weighted += Math.abs(d) / Math.sqrt(e);
            double p = o / no;
            double q = s / ns;
            double lnM = StrictMath.log((p + q) / 2);
            double lnP = o == 0 ? 0 : StrictMath.log(p);
            double lnQ = s == 0 ? 0 : StrictMath.log(q);
            entropies += (o == 0 ? 0 : p * (lnP - lnM)) + (s == 0 ? 0 : q * (lnQ - lnM));
            if (o > 0 && s > 0) {
                both++;
                bothTraining += o;
                bothSynthetic += s;
                g += s * (lnQ - lnP);
            }
        }
        // The shares in G are those among cells that both tables fill: one logarithm for all of them.
        g = both == 0 ? 0 : 2 * (g + bothSynthetic * StrictMath.log(ns / bothSynthetic * (bothTraining / no)));
        double df = cells - 1;
        double dfG = both - 1;
        into[VW] = vw;
        into[FT] = ft;
        into[G] = Math.max(0, g);
        into[JSD] = Math.max(0, entropies / 2 / LN2);
        into[PMSE] = vw * c * (1 - c) * (1 - c) / total;
        into[MABSDD] = absolute / ns;
        into[SPECKS] = Math.min(1, into[MABSDD] / 2);
        into[WMABSDD] = weighted / Math.sqrt(2 / Math.PI);
        // 1 - sum sqrt(p q) is half the squared distance of the roots, which loses no digits near equality.
        into[DBHATT] = Math.min(1, Math.sqrt(ft / 8 / ns));
        into[S_PMSE] = over(vw, df);
        into[S_FT] = over(ft, df);
        into[S_G] = over(into[G], dfG);
        into[S_JSD] = over(into[JSD] * 2 * total / LN2, df);
        into[S_WMABSDD] = over(into[WMABSDD], df);
    }

    private static double over(double value, double df) {
        return df < 1 ? Double.NaN : value / df;
    }

    /** Share in percent of rows that their cell's larger share assigns to the right table, minus 50. */
    static double po50(long[] training, long[] synthetic) {
        long no = CellResampling.total(training);
        long ns = CellResampling.total(synthetic);
        double right = 0;
        for (int k = 0; k < training.length; k++) {
            right += (double) synthetic[k] * no > (double) training[k] * ns ? synthetic[k] : training[k];
        }
        return right / (no + ns) * 100 - 50;
    }

    /** Wilcoxon's statistic of the cells' shares of synthetic rows, synthetic against training rows, ties halved. */
    static double u(long[] training, long[] synthetic) {
        double[] score = new double[training.length];
        for (int k = 0; k < score.length; k++) {
            score[k] = (double) synthetic[k] / Math.max(1, training[k] + synthetic[k]);
        }
        int[] order = IntStream.range(0, score.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> score[k]))
                .mapToInt(Integer::intValue)
                .toArray();
        double below = 0;
        double u = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            double o = 0;
            double s = 0;
            while (to < order.length && score[order[to]] == score[order[from]]) {
                o += training[order[to]];
                s += synthetic[order[to++]];
            }
            u += s * (below + o / 2);
            below += o;
            from = to;
        }
        return u;
    }

    /** Cells that either table fills. */
    static long cells(long[] training, long[] synthetic) {
        return filled(training, synthetic).length;
    }

    /** The cells that any of the tables fills, so that empty ones cost nothing. */
    static int[] filled(long[]... tables) {
        int[] filled = new int[tables[0].length];
        int size = 0;
        for (int k = 0; k < filled.length; k++) {
            boolean any = false;
            for (long[] table : tables) {
                any |= table[k] > 0;
            }
            filled[size] = k;
            size += any ? 1 : 0;
        }
        return Arrays.copyOf(filled, size);
    }
}
