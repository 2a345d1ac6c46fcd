package io.synthaudit.core.report;

import io.synthaudit.core.evaluation.Target;
import java.util.List;
import java.util.Map;

/**
 * A finding as it stands in a report. Numbers that do not exist are NaN here and null in JSON.
 *
 * @param key unique; the sort order of findings
 * @param evaluation evaluation id
 * @param version evaluation version
 * @param measure measure id within the evaluation
 * @param variant how the number was made, or the empty string
 * @param params parameters that tell findings of one measure apart
 * @param target what it is about
 * @param status measured, not applicable, failed or suppressed
 * @param reason why there is no number; null when measured
 * @param scope {@code RELEASE}, {@code MODEL} or {@code GENERATOR}
 * @param value the number
 * @param bias expected value for a fresh sample of these sizes, NaN when unbiased
 * @param interval its interval, or null
 * @param noInterval why there is no interval, or null
 * @param yardstick what a fresh real sample scores, or null
 * @param matched the value at the yardstick's size, or null
 * @param excess matched minus yardstick, or null
 * @param referenceRows real rows behind the value
 * @param candidateRows synthetic rows behind the value
 * @param sentence asked, found, compared with, so what
 * @param attack the games behind it, or null
 */
public record ReportFinding(
        String key,
        String evaluation,
        String version,
        String measure,
        String variant,
        Map<String, String> params,
        Target target,
        Status status,
        ReportReason reason,
        String scope,
        double value,
        double bias,
        ReportInterval interval,
        String noInterval,
        Side yardstick,
        Side matched,
        Side excess,
        long referenceRows,
        long candidateRows,
        String sentence,
        ReportAttack attack) {

    /** The same finding with this sentence. */
    public ReportFinding withSentence(String text) {
        return new ReportFinding(
                key,
                evaluation,
                version,
                measure,
                variant,
                params,
                target,
                status,
                reason,
                scope,
                value,
                bias,
                interval,
                noInterval,
                yardstick,
                matched,
                excess,
                referenceRows,
                candidateRows,
                text,
                attack);
    }

    /** What became of the finding. */
    public enum Status {
        MEASURED,
        NOT_APPLICABLE,
        FAILED,
        SUPPRESSED
    }

    /** A reason code with its sentence. */
    public record ReportReason(String code, String text) {}

    /**
     * Bounds.
     *
     * @param lower one-sided lower bound
     * @param upper one-sided upper bound
     * @param level confidence of each bound
     * @param method name of the method
     */
    public record ReportInterval(double lower, double upper, double level, String method) {}

    /**
     * A number beside the value.
     *
     * @param value the number
     * @param interval its interval, or null
     * @param rows rows on the candidate side; 0 for an excess
     */
    public record Side(double value, ReportInterval interval, long rows) {}

    /**
     * Games behind a finding.
     *
     * @param goal what counts as success; null for a similarity metric, which has no adversary
     * @param access what the attacker reaches
     * @param knowledge what the attacker knows
     * @param targets who is attacked
     * @param games the games
     * @param minimumDetectable smallest planted share found with a power of 80 %, NaN when not played
     */
    public record ReportAttack(
            String goal,
            String access,
            List<String> knowledge,
            String targets,
            List<ReportGame> games,
            double minimumDetectable) {}

    /** One game: {@code MAIN}, {@code CONTROL}, {@code BASELINE}, {@code SPIKE} or {@code PERMUTED}. */
    public record ReportGame(
            String game, double share, double successes, double trials, double value, ReportInterval interval) {}
}
