package io.synthaudit.testkit.simulation;

import io.synthaudit.core.audit.Measurements;
import io.synthaudit.core.audit.Workers;
import io.synthaudit.core.evaluation.Attack;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.FixedRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Draws tables from a law thousands of times and counts how often the bounds that the engine gives hold the true value.
 *
 * <p>It knows no metric: true values come from the metric itself, see {@link Truth}. Seeds are fixed, so the same numbers come
 * out each time, whatever the number of threads.
 */
public final class CoverageSimulation {

    /** One-sided confidence of the bounds. */
    public static final double LEVEL = 0.95;

    /** Share of the repetitions to be done, for a first look: {@code -Dsimulation.effort=0.1}. */
    private static final double EFFORT = Double.parseDouble(System.getProperty("simulation.effort", "1"));

    /** Training tables where the true value is a mean given one of them. */
    private static final int FIXED_TABLES = 40;

    private static final int COPIES = 16;

    /** An evaluation that gives no interval in so many repetitions gives none under a law. */
    private static final int FIRST = 16;

    private final Law law;
    private final int rows;
    private final int repetitions;
    private final Function<String, Estimand> estimands;
    private final Map<String, Double> known;

    /**
     * @param law the law
     * @param rows training rows
     * @param repetitions number of repetitions, of which the share {@code simulation.effort} is done
     * @param estimands what the bounds of a measure, by its full id, are about
     */
    public CoverageSimulation(Law law, int rows, int repetitions, Function<String, Estimand> estimands) {
        this(law, rows, repetitions, estimands, Map.of());
    }

    /** The same with true values that are known, by the measure's full id; there the estimand does not count. */
    public CoverageSimulation(
            Law law, int rows, int repetitions, Function<String, Estimand> estimands, Map<String, Double> known) {
        this.known = known;
        this.law = law;
        this.rows = rows;
        this.repetitions = (int) Math.round(EFFORT * repetitions);
        this.estimands = estimands;
    }

    /** One bounded number of one repetition. */
    private record Bounded(double value, double lower, double upper, double truth, boolean meanCounts) {}

    /** The coverage of every measure of column and pair metrics that has an interval, and of its excess. */
    public List<Coverage> of(List<Metric> metrics) {
        boolean fixed = metrics.stream().anyMatch(this::isGivenTraining);
        Measurements measurements = new Measurements(metrics, LEVEL);
        Truth truth = new Truth(metrics, law, m -> estimands.apply(m) == Estimand.TRAINING);
        List<Map<String, Bounded>> all = repeat((r, streams) -> {
            Law.Drawn drawn = draw(r, fixed);
            Profile profile = Profile.of(drawn.tables().training());
            Truth.Values values = truth.values(drawn, profile);
            Map<String, Bounded> bounded = new TreeMap<>();
            for (Finding finding : measurements.of(drawn.tables(), profile, streams)) {
                if (finding instanceof Finding.Failed failed) {
                    throw new IllegalStateException(
                            finding.subject().key() + ": " + failed.reason().text());
                }
                if (finding instanceof Finding.Measurement m) {
                    String name =
                            m.subject().fullMeasure() + m.subject().target().suffix();
                    boolean matched = m.subject().measure().against() == Measure.Against.MATCHED;
                    put(
                            bounded,
                            name,
                            m.estimate(),
                            m.excess(),
                            values.made().get(name),
                            values.fresh().get(name),
                            matched);
                }
            }
            return bounded;
        });
        return coverages(all, fixed);
    }

    /** The coverage of every measure of a table evaluation that has an interval, and of its excess. */
    public List<Coverage> of(TableEvaluation evaluation) {
        return of(evaluation.description(), evaluation::evaluate);
    }

    /** The same of an attack, whose true values are means over all repetitions. */
    public List<Coverage> of(Attack attack) {
        return of(attack.description(), run -> Measurements.of(attack, run));
    }

    /** What an evaluation of rows observes in a run. */
    private interface Evaluation {
        List<Observation> of(FixedRun run);
    }

    private List<Coverage> of(Description description, Evaluation evaluation) {
        if (!hasIntervals(evaluation)) {
            return List.of();
        }
        String id = description.id() + "/";
        boolean isMean = description.measures().stream().allMatch(m -> estimands.apply(id + m.id()) == Estimand.MEAN);
        Map<String, Double> values = isMean ? Map.of() : values(id, evaluation, law.made());
        Map<String, Double> fresh = isMean ? Map.of() : values(id, evaluation, law.real());
        List<Map<String, Bounded>> all = repeat((r, streams) -> {
            FixedRun run = FixedRun.of(draw(r, false).tables()).seed(r);
            Map<String, Bounded> bounded = new TreeMap<>();
            for (Observation o : evaluation.of(run)) {
                if (o.reason() == null) {
                    String name = id + o.measure() + o.target().suffix();
                    boolean own = description.measure(o.measure()).against() == Measure.Against.OWN;
                    put(bounded, name, o.estimate(), o.excess(), values.get(name), fresh.get(name), own);
                }
            }
            return bounded;
        });
        return coverages(all, false);
    }

    /** Whether any of the first repetitions has an interval: the truth of those without is not needed. */
    private boolean hasIntervals(Evaluation evaluation) {
        for (int r = 0; r < Math.min(repetitions, FIRST); r++) {
            FixedRun run = FixedRun.of(draw(r, false).tables()).seed(r);
            if (evaluation.of(run).stream()
                    .anyMatch(o -> o.reason() == null && (hasInterval(o.estimate()) || hasInterval(o.excess())))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasInterval(Estimate estimate) {
        return estimate != null && estimate.hasInterval();
    }

    /**
     * Values at the laws. Where a number grows with the rows of equal shares, as test statistics do, it grows by a power of
     * them: two sizes tell which.
     */
    private Map<String, Double> values(String id, Evaluation evaluation, Table candidate) {
        Map<String, Double> small = values(id, evaluation, candidate, COPIES / 4);
        Map<String, Double> large = values(id, evaluation, candidate, COPIES);
        Map<String, Double> values = new TreeMap<>();
        double size = (double) rows / (law.real().rows() * (double) COPIES);
        large.forEach((name, value) -> {
            double ratio = value / small.get(name);
            double halves = Math.abs(value) > 1e-9 ? Math.rint(StrictMath.log(Math.abs(ratio)) / StrictMath.log(2)) : 0;
            values.put(name, value * StrictMath.pow(size, halves / 2));
        });
        return values;
    }

    private Map<String, Double> values(String id, Evaluation evaluation, Table candidate, int copies) {
        Table real = copied(law.real(), copies);
        Tables tables = Tables.of(real, copied(candidate, copies), real.select(new int[] {0, 1, 2, 3, 4, 5, 6, 7}));
        Map<String, Double> values = new TreeMap<>();
        for (Observation o : evaluation.of(FixedRun.of(tables))) {
            if (o.reason() == null) {
                values.put(id + o.measure() + o.target().suffix(), o.estimate().value());
            }
        }
        return values;
    }

    private static Table copied(Table population, int copies) {
        int[] rows = new int[population.rows() * copies];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i % population.rows();
        }
        return population.select(rows);
    }

    private boolean isGivenTraining(Metric metric) {
        return metric.description().measures().stream()
                .anyMatch(
                        m -> estimands.apply(metric.description().id() + "/" + m.id()) == Estimand.MEAN_GIVEN_TRAINING);
    }

    private Law.Drawn draw(int repetition, boolean fixed) {
        RandomStreams streams = new RandomStreams(7);
        int training = fixed ? repetition % FIXED_TABLES : repetition;
        return law.draw(
                rows,
                streams.stream("training/" + law.name() + "/" + training),
                streams.stream("others/" + law.name() + law.planted() + "/" + repetition));
    }

    private void put(
            Map<String, Bounded> bounded,
            String name,
            Estimate value,
            Estimate excess,
            Double truth,
            Double fresh,
            boolean excessIsMean) {
        String measure = name.replaceAll("[@#^].*", "");
        Double exact = known.get(measure);
        if (exact != null && value.hasInterval()) {
            bounded.put(name, bounded(value, exact, false));
            return;
        }
        Estimand estimand = estimands.apply(measure);
        boolean mean = estimand == Estimand.MEAN || estimand == Estimand.MEAN_GIVEN_TRAINING;
        if (value.hasInterval() && (mean || truth != null)) {
            bounded.put(name, bounded(value, mean ? Double.NaN : truth, mean));
        }
        if (excess != null && excess.hasInterval() && (mean || excessIsMean || truth != null && fresh != null)) {
            boolean meanCounts = mean || excessIsMean;
            bounded.put(name + " excess", bounded(excess, meanCounts ? Double.NaN : truth - fresh, meanCounts));
        }
    }

    private static Bounded bounded(Estimate estimate, double truth, boolean mean) {
        return new Bounded(
                estimate.value(),
                estimate.interval().lower(),
                estimate.interval().upper(),
                truth,
                mean);
    }

    private interface Repetition {
        Map<String, Bounded> of(int number, RandomStreams streams);
    }

    private List<Map<String, Bounded>> repeat(Repetition repetition) {
        List<Map<String, Bounded>> all = new ArrayList<>(java.util.Collections.nCopies(repetitions, null));
        try (Workers workers = new Workers(2)) {
            workers.run(repetitions, r -> all.set(r, repetition.of(r, new RandomStreams(r))));
        }
        return all;
    }

    private List<Coverage> coverages(List<Map<String, Bounded>> all, boolean fixed) {
        java.util.TreeSet<String> names = new java.util.TreeSet<>();
        all.forEach(m -> names.addAll(m.keySet()));
        return names.stream().map(name -> coverage(name, all, fixed)).toList();
    }

    private Coverage coverage(String name, List<Map<String, Bounded>> all, boolean fixed) {
        int blocks = fixed ? FIXED_TABLES : 1;
        double[] means = new double[blocks];
        int[] sizes = new int[blocks];
        for (int r = 0; r < all.size(); r++) {
            Bounded b = all.get(r).get(name);
            if (b != null) {
                means[r % blocks] += b.value;
                sizes[r % blocks]++;
            }
        }
        double tooHigh = 0;
        double tooLow = 0;
        double width = 0;
        double truths = 0;
        int count = 0;
        for (int r = 0; r < all.size(); r++) {
            Bounded b = all.get(r).get(name);
            if (b != null) {
                double truth = b.meanCounts ? means[r % blocks] / sizes[r % blocks] : b.truth;
                double rounding = 1e-9 * Math.max(1, Math.abs(truth));
                tooHigh += b.lower <= truth + rounding ? 0 : 1;
                tooLow += b.upper >= truth - rounding ? 0 : 1;
                width += b.upper - b.lower;
                truths += truth;
                count++;
            }
        }
        return new Coverage(
                name,
                law.name(),
                law.planted(),
                rows,
                truths / count,
                all.size(),
                (double) count / all.size(),
                1 - tooHigh / all.size(),
                1 - tooLow / all.size(),
                width / count);
    }
}
