package io.synthaudit.core.report;

import io.synthaudit.core.gate.Limit;
import io.synthaudit.core.gate.Severity;
import io.synthaudit.core.gate.Verdict;
import java.util.List;

/**
 * A gate as it stands in a report.
 *
 * @param gate gate id
 * @param measure full measure id
 * @param of {@code value}, {@code excess} or {@code point}
 * @param verdict the verdict
 * @param severity how much it weighs
 * @param blocking whether it counts for the release
 * @param limit where the number must lie
 * @param observed the number that was judged, NaN when there is none
 * @param bound the adverse one-sided bound, NaN when there is none
 * @param margin distance from bound to limit, positive inside; NaN when there is none
 * @param findings keys of the findings judged, worst first
 * @param because why the limit is what it is
 * @param criteria ids of the criteria informed
 * @param reason why the verdict is so
 */
public record ReportJudgement(
        String gate,
        String measure,
        String of,
        Verdict verdict,
        Severity severity,
        boolean blocking,
        Limit limit,
        double observed,
        double bound,
        double margin,
        List<String> findings,
        String because,
        List<String> criteria,
        String reason) {}
