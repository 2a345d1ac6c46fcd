package io.synthaudit.core.audit;

import io.synthaudit.core.evaluation.Applicability;
import io.synthaudit.core.evaluation.Compares;
import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.evaluation.PairsMetric;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Subject;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.random.Poisson;
import io.synthaudit.core.statistic.Resampled;
import io.synthaudit.core.statistic.State;
import io.synthaudit.core.statistic.Statistic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All metrics of one column or pair: each statistic is counted once per table, compared by every metric that reads it,
 * and forgotten with the task.
 */
final class TargetTask {

    /** With fewer rows a cell a bootstrap's lower bound covers too little. */
    private static final int FEWEST_ROWS_PER_CELL = 5;

    private final Setting setting;
    private final Target target;
    private final Comparison context;
    private final double holdoutDeff;
    private final Map<Statistic<?>, StateSet<?>> states = new HashMap<>();
    private final Map<StateSet<?>, Resamples<?>> resamples = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /**
     * What all tasks of a run share.
     *
     * @param tables the coded tables
     * @param streams seeded randomness
     * @param excessLimits smallest gate limit per full measure id
     * @param resample false when there are too many targets to resample each
     * @param progress told which metric is at work
     */
    record Setting(
            StateSet.CodedTables tables,
            io.synthaudit.core.random.RandomStreams streams,
            Map<String, Double> excessLimits,
            boolean resample,
            AuditPlan.Progress progress) {}

    TargetTask(Setting setting, Target target, Comparison context, double holdoutDeff) {
        this.setting = setting;
        this.target = target;
        this.context = context;
        this.holdoutDeff = holdoutDeff;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Measures one metric; a metric that breaks gives a failed finding and nothing else. */
    <S extends State<S>> void measure(
            Description description,
            Compares<S> metric,
            Applicability applies,
            java.util.function.Supplier<Statistic<S>> statistic) {
        if (!applies.applies()) {
            for (Measure measure : description.measures()) {
                findings.add(new Finding.NotApplicable(subject(description, measure, ""), applies.reason()));
            }
            return;
        }
        int before = findings.size();
        setting.progress().enters(description.id());
        try {
            compare(description, metric, states(statistic.get()));
        } catch (RuntimeException e) {
            findings.subList(before, findings.size()).clear();
            for (Measure measure : description.measures()) {
                findings.add(new Finding.Failed(subject(description, measure, ""), Failures.reason(e)));
            }
        } finally {
            setting.progress().leaves();
        }
    }

    /** Takes from this pair what a metric of all pairs needs in the end. */
    <S extends State<S>, E> PairsMetric.Gathered<E> gather(
            PairsMetric<S, E> metric, Statistic<S> statistic, int first, int second) {
        StateSet<S> set = states(statistic);
        return new PairsMetric.Gathered<>(
                target,
                first,
                second,
                metric.gather(set.training(), set.synthetic(), context),
                set.holdout() == null ? null : metric.gather(set.training(), set.holdout(), withHoldout()));
    }

    private Comparison withHoldout() {
        return new Comparison(context.level(), context.referenceDeff(), holdoutDeff, context.profile());
    }

    @SuppressWarnings("unchecked")
    private <S extends State<S>> StateSet<S> states(Statistic<S> statistic) {
        // Equal statistics have equal state types.
        return (StateSet<S>)
                states.computeIfAbsent(statistic, s -> new StateSet<>(statistic, setting.tables(), setting.progress()));
    }

    private <S extends State<S>> void compare(Description description, Compares<S> metric, StateSet<S> set) {
        String variant = metric.variant(set.training());
        List<Measured> values = metric.compare(set.training(), set.synthetic(), context);
        List<Measured> control =
                set.holdout() == null ? List.of() : metric.compare(set.training(), set.holdout(), withHoldout());
        for (Measure measure : description.measures()) {
            Subject subject = subject(description, measure, variant);
            Estimate value = find(values, measure);
            if (value == null) {
                Reason why = metric.leftOut(measure, set.training(), set.synthetic());
                findings.add(new Finding.NotApplicable(subject, why == null || isEmpty() ? noValue() : why));
            } else if (measure.against() == Measure.Against.MATCHED) {
                findings.add(matched(subject, metric, set));
            } else if (measure.against() == Measure.Against.RESAMPLED) {
                findings.add(resampled(subject, metric, set, find(control, measure) != null));
            } else {
                findings.add(plain(subject, value, find(control, measure), set));
            }
        }
    }

    /** An empty training column has nothing to be compared with: that is its kind, not a gap of the audit. */
    private Reason noValue() {
        return isEmpty()
                ? new Reason("kind", "The training column has no cell that holds anything.")
                : new Reason(
                        "no-value",
                        "The cells that are present do not determine it, as in a constant or empty column.");
    }

    private boolean isEmpty() {
        Profile profile = setting.tables().profile();
        for (String name : target.columns()) {
            int column = profile.schema().indexOf(name).orElseThrow();
            if (profile.column(column).present() == 0) {
                return true;
            }
        }
        return false;
    }

    private static Estimate find(List<Measured> list, Measure measure) {
        return list.stream()
                .filter(m -> m.measure().id().equals(measure.id()))
                .map(Measured::estimate)
                .findFirst()
                .orElse(null);
    }

    private <S extends State<S>> Finding plain(Subject subject, Estimate value, Estimate control, StateSet<S> set) {
        Estimate excess = null;
        if (control != null && value.hasInterval() && control.hasInterval()) {
            excess = Estimate.of(
                    value.value() - control.value(),
                    subject.measure().isShare()
                            ? Proportions.mover(value.value(), value.interval(), control.value(), control.interval())
                            : Proportions.moverOfCentres(value, control));
        }
        long controlRows = control == null ? 0 : set.holdout().rows();
        return new Finding.Measurement(
                subject,
                value,
                control,
                null,
                excess,
                controlRows,
                Double.NaN,
                0,
                set.training().rows(),
                set.synthetic().rows(),
                "",
                null);
    }

    /** See {@link #matched} for the cast. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private Finding resampled(Subject subject, Compares metric, StateSet set, boolean hasControl) {
        if (!(set.training() instanceof Resampled)) {
            throw new IllegalStateException("a resampled measure needs a statistic that can be resampled");
        }
        return resampledOf(subject, metric, set, hasControl);
    }

    private <S extends Resampled<S>> Finding resampledOf(
            Subject subject, Compares<S> metric, StateSet<S> set, boolean hasControl) {
        ResampledValue<S> value = new ResampledValue<>(metric, subject.measure(), resamplesOf(set), setting.resample());
        Estimate synthetic = value.of(set.training(), set.synthetic(), context, "synthetic");
        Estimate control = hasControl ? value.of(set.training(), set.holdout(), withHoldout(), "holdout") : null;
        return plain(subject, synthetic, control, set);
    }

    /** The cast holds because only resampled states may be read by a measure of kind MATCHED; else the metric fails. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private Finding matched(Subject subject, Compares metric, StateSet set) {
        if (!(set.training() instanceof Resampled)) {
            throw new IllegalStateException("a matched measure needs a statistic that can be resampled");
        }
        return matchedOf(subject, metric, set);
    }

    private <S extends Resampled<S>> Finding matchedOf(Subject subject, Compares<S> metric, StateSet<S> set) {
        String measure = subject.measure().id();
        Poisson poisson = new Poisson(setting.streams().stream("resample/" + subject.key()));
        MatchedDistance<S> distance =
                new MatchedDistance<>(metric, subject.measure(), context, holdoutDeff, poisson, resamplesOf(set));
        int k = setting.tables().draws().rows();
        boolean pair = target.kind() == Target.Kind.PAIR;
        int[] resolutions = pair ? new int[] {5, 3} : new int[] {Integer.MAX_VALUE, 20, 10, 5, 3};
        double limit = setting.excessLimits().getOrDefault(subject.fullMeasure(), Double.NaN);
        MatchedDistance.Excess excess = distance.excess(set, k, resolutions, limit, setting.resample());
        double fewest = Math.min(
                set.training().rows() / context.referenceDeff() * metric.informative(measure, set.training()),
                set.synthetic().rows() * metric.informative(measure, set.synthetic()));
        boolean dense = fewest >= FEWEST_ROWS_PER_CELL * metric.cells(set.training());
        Estimate value = setting.resample() && dense
                ? metric.closedForm(measure, set.training(), set.synthetic(), context)
                : distance.valueByClosedForm(
                        set.training(),
                        set.synthetic(),
                        set.training().rows() / context.referenceDeff(),
                        set.synthetic().rows());
        if (value == null) {
            value = distance.value(set.training(), set.synthetic());
        }
        String note = setting.tables().draws().isSimulated()
                ? "The yardstick is simulated from the training profile, for want of a holdout; it cannot show what a"
                        + " fresh sample would."
                : "";
        return new Finding.Measurement(
                subject,
                value,
                excess == null ? null : excess.yardstick(),
                excess == null ? null : excess.matched(),
                excess == null ? null : excess.excess(),
                excess == null ? 0 : k,
                excess == null ? Double.NaN : excess.fresh(),
                excess == null ? 0 : excess.bins(),
                set.training().rows(),
                set.synthetic().rows(),
                note,
                null);
    }

    @SuppressWarnings("unchecked")
    private <S extends Resampled<S>> Resamples<S> resamplesOf(StateSet<S> set) {
        // Made for this very set, so of its state type.
        return (Resamples<S>) resamples.computeIfAbsent(
                set,
                s -> new Resamples<S>(purpose -> new Poisson(
                        setting.streams().stream("resample/" + set.name() + target.suffix() + "/" + purpose))));
    }

    private Subject subject(Description description, Measure measure, String variant) {
        return new Subject(description, measure, variant, Map.of(), target);
    }
}
