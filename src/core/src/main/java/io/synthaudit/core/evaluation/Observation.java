package io.synthaudit.core.evaluation;

import io.synthaudit.core.interval.Estimate;
import java.util.List;
import java.util.Map;

/**
 * What a table evaluation saw of one measure at one target.
 *
 * @param measure id of a declared measure
 * @param target what it is about
 * @param variant how it was made, or the empty string
 * @param params what tells findings of one measure at one target apart; usually none
 * @param estimate the value; null when it was not measured
 * @param yardstick what a fresh real sample scores; null when none has a meaning
 * @param yardstickRows rows behind the yardstick
 * @param matched the value at the yardstick's size; null when it is not biased by size or not known
 * @param fresh value expected between two fresh samples at the sizes of the excess; NaN if unbiased or not known
 * @param excess value beyond the yardstick; null when none has a meaning
 * @param referenceRows real rows behind the value
 * @param candidateRows synthetic rows behind the value
 * @param note a sentence to be printed beside the number; empty when there is nothing to say
 * @param attack games behind it, or null
 * @param reason why it was not measured; null when it was
 */
public record Observation(
        String measure,
        Target target,
        String variant,
        Map<String, String> params,
        Estimate estimate,
        Estimate yardstick,
        long yardstickRows,
        Estimate matched,
        double fresh,
        Estimate excess,
        long referenceRows,
        long candidateRows,
        String note,
        AttackDetail attack,
        Reason reason) {

    public Observation {
        params = Map.copyOf(params);
    }

    public static Observation of(
            String measure, Target target, Estimate estimate, long referenceRows, long candidateRows) {
        return new Observation(
                measure,
                target,
                "",
                Map.of(),
                estimate,
                null,
                0,
                null,
                Double.NaN,
                null,
                referenceRows,
                candidateRows,
                "",
                null,
                null);
    }

    public static Observation not(String measure, Target target, Reason reason) {
        return new Observation(
                measure, target, "", Map.of(), null, null, 0, null, Double.NaN, null, 0, 0, "", null, reason);
    }

    /** All measures of a description, not measured for the same reason. */
    public static List<Observation> none(Description description, Target target, Reason reason) {
        return description.measures().stream()
                .map(m -> not(m.id(), target, reason))
                .toList();
    }

    public Observation variant(String name) {
        return new Observation(
                measure,
                target,
                name,
                params,
                estimate,
                yardstick,
                yardstickRows,
                matched,
                fresh,
                excess,
                referenceRows,
                candidateRows,
                note,
                attack,
                reason);
    }

    /** The same with what tells it apart from others of its measure and target. */
    public Observation params(Map<String, String> distinguishing) {
        return new Observation(
                measure,
                target,
                variant,
                distinguishing,
                estimate,
                yardstick,
                yardstickRows,
                matched,
                fresh,
                excess,
                referenceRows,
                candidateRows,
                note,
                attack,
                reason);
    }

    public Observation yardstick(Estimate value, long rows) {
        return new Observation(
                measure,
                target,
                variant,
                params,
                estimate,
                value,
                rows,
                matched,
                fresh,
                excess,
                referenceRows,
                candidateRows,
                note,
                attack,
                reason);
    }

    /**
     * The same with what the excess is made of, for values that are biased by size.
     *
     * @param value the value at the yardstick's size
     * @param ofFreshSamples expected between two fresh samples of that size, by which gates tell whether the excess resolves
     *     their limit
     */
    public Observation matched(Estimate value, double ofFreshSamples) {
        return new Observation(
                measure,
                target,
                variant,
                params,
                estimate,
                yardstick,
                yardstickRows,
                value,
                ofFreshSamples,
                excess,
                referenceRows,
                candidateRows,
                note,
                attack,
                reason);
    }

    public Observation excess(Estimate value) {
        return new Observation(
                measure,
                target,
                variant,
                params,
                estimate,
                yardstick,
                yardstickRows,
                matched,
                fresh,
                value,
                referenceRows,
                candidateRows,
                note,
                attack,
                reason);
    }

    public Observation note(String sentence) {
        return new Observation(
                measure,
                target,
                variant,
                params,
                estimate,
                yardstick,
                yardstickRows,
                matched,
                fresh,
                excess,
                referenceRows,
                candidateRows,
                sentence,
                attack,
                reason);
    }

    public Observation attack(AttackDetail detail) {
        return new Observation(
                measure,
                target,
                variant,
                params,
                estimate,
                yardstick,
                yardstickRows,
                matched,
                fresh,
                excess,
                referenceRows,
                candidateRows,
                note,
                detail,
                reason);
    }
}
