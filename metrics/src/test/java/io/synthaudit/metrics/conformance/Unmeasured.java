package io.synthaudit.metrics.conformance;

import java.util.Arrays;

/** Numbers of other tools that have no counterpart among the fidelity and validity metrics, and why. */
enum Unmeasured {
    KS_P(
            "scipy",
            "ks_pvalue",
            "A p-value says whether anything differs and not how much; fidelity.ks/distance has an interval and its excess over"
                    + " a fresh sample instead."),
    CRAMER_VON_MISES(
            "scipy",
            "cramer_von_mises",
            "The same integral of squared differences as fidelity.energy, over ranks; one of them suffices, and the energy"
                    + " distance keeps a unit."),
    MANN_WHITNEY(
            "scipy",
            "mannwhitney_u",
            "It sees shifts of rank only; fidelity.ks and fidelity.wasserstein see them too, and more."),
    WELCH("scipy", "welch_t", "A test of equal means; with rows enough every difference is significant."),
    PSI(
            "scipy",
            "psi_deciles_real",
            "The population stability index is infinite at an empty bin, so it hangs on the floor that is chosen;"
                    + " fidelity.js is its bounded kin."),
    ENTROPY(
            "scipy",
            "entropy_bits",
            "The entropy of one table is no comparison; fidelity.theils-u-difference and fidelity.js hold it."),
    G_TEST(
            "scipy",
            "g_test",
            "The same test as fidelity.chi-square to first order; synthpop's G is another sum, fidelity.synthpop-tables/g."),
    KL(
            "scipy",
            "kl_real_syn",
            "The Kullback-Leibler divergence is infinite where training lacks a level, so it hangs on the floor that is"
                    + " chosen; fidelity.js is its bounded kin."),
    EDGES("scipy", "jsd20.edges", "Edges of the bins, made again from the tables and used."),
    STATISTIC_INPUT(
            "sdmetrics", "StatisticSimilarity_", "Statistics of one table, from which the score above is made."),
    MISSING_INPUT(
            "sdmetrics", "MissingValueSimilarity.", "Missing rates of one table, from which the score above is made."),
    CORRELATION_INPUT(
            "sdmetrics", "CorrelationSimilarity_", "Correlations of one table, from which the score above is made."),
    COLUMN_INPUT("sdmetrics", "columns", "Not a number."),
    QUALITY(
            "sdmetrics",
            "QualityReport",
            "A mean of scores in which a failed metric is left out, so that failing raises it; no composite here."),
    DIAGNOSTIC("sdmetrics", "DiagnosticReport", "A mean of scores; no composite here."),
    DETECTION("sdmetrics", "LogisticDetection", "A classifier's score, not seeded; no count."),
    NEW_ROWS("sdmetrics", "NewRowSynthesis", "Privacy: see similarity.exact-match."),
    CLOSEST("sdmetrics", "DCR", "Privacy: see similarity.closest-record and similarity.nearest-share-excess."),
    DEGREES(
            "synthpop",
            "oneway df",
            "Degrees of freedom of tables that are equal: what the S-forms, which are then 0, were divided by."),
    MODELS("synthpop", "utility_gen", "A fitted propensity model, not a table."),
    REFUSED("syntheval", "error", "SynthEval refuses missing cells, so the tool has no number."),
    MEANS("syntheval", "dwm", "Differences of means after min-max scaling of all tables jointly."),
    OVERLAP("syntheval", "cio", "Overlap of mean +- 1.96 standard deviations, which is no confidence interval."),
    KS_TEST("syntheval", "ks_test", "Standard errors over columns, and p-values of an unseeded permutation test."),
    DIMENSIONS("syntheval", "corr_diff.corr_mat_dims", "A number of columns."),
    MI_DIMENSIONS("syntheval", "mi_diff.mi_mat_dims", "A number of columns."),
    HELLINGER_ERROR("syntheval", "h_dist.err", "A standard error over columns."),
    PROPENSITY("syntheval", "p_mse", "A fitted propensity model, not a count."),
    QUANTILES("syntheval", "q_mse", "A standard error over columns."),
    UTILITY("syntheval", "auroc_diff", "Utility: see utility.tstr."),
    PRIVACY_NNDR("syntheval", "nndr", "Privacy: see similarity and attack."),
    PRIVACY_NNAA("syntheval", "nnaa", "Privacy: see similarity and attack."),
    PRIVACY_DCR("syntheval", "dcr", "Privacy: see similarity.closest-record."),
    PRIVACY_HITS(
            "syntheval",
            "hit_rate",
            "It takes 0.0333 for a thirtieth; at 0.0333 similarity.hitting-rate meets it, which a test of its own shows."),
    PRIVACY_EPSILON(
            "syntheval",
            "eps_risk",
            "Columns weigh one over the entropy of rounded cells, and the loss divides the holdout's rows by those of training;"
                    + " with both similarity.identifiability meets it, which a test of its own shows."),
    VECTORS_KS_P("vectors", "KS p exact and asymptotic", "See ks_pvalue."),
    VECTORS_ONE_SAMPLE(
            "vectors",
            "chi-square p, one sample",
            "It takes training's shares for the truth; training is a sample too, so ours is the two-sample test."),
    VECTORS_JS_PLUS_ONE(
            "vectors", "synthcity's JS(c)", "1 is added to each share, which squashes .277 to .027: a mistake."),
    VECTORS_INVERSE_KL("vectors", "synthcity's inverse KL(x)", "See kl_real_syn."),
    VECTORS_MULTIVARIATE(
            "vectors",
            "MMD, alpha-precision, beta-recall, authenticity, PRDC",
            "Neighbours and kernels over whole rows, not counts of columns and pairs."),
    VECTORS_MEANS("vectors", "cio(x), SynthEval", "See cio."),
    VECTORS_MODELS("vectors", "synthpop's logit pMSE, overlap of regression intervals", "Fitted models, not counts.");

    private final String tool;
    private final String prefix;
    private final String reason;

    Unmeasured(String tool, String prefix, String reason) {
        this.tool = tool;
        this.prefix = prefix;
        this.reason = reason;
    }

    /** Why that number is not measured; fails for a number that nobody accounts for. */
    static Unmeasured of(String tool, String metric) {
        return Arrays.stream(values())
                .filter(u -> u.tool.equals(tool) && metric.startsWith(u.prefix))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("nobody accounts for the number " + metric + " of " + tool));
    }

    String tool() {
        return tool;
    }

    String metric() {
        return prefix;
    }

    String reason() {
        return reason;
    }
}
