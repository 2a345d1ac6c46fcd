package io.synthaudit.core.gate;

import java.util.List;

/**
 * One criterion of a policy. Gates are data.
 *
 * @param id name, {@code privacy.*}, {@code fidelity.*}, {@code utility.*} or {@code validity.*} in shipped policies
 * @param measure measure id, bare evaluation id (its primary measure) or glob over the catalogue
 * @param scope which findings
 * @param limit where the number must lie
 * @param of which number of the finding
 * @param severity how much it weighs
 * @param minHoldoutRows judged only with at least so many holdout rows; 0 for always
 * @param belowHoldoutRows judged only with fewer holdout rows; {@link Long#MAX_VALUE} for always
 * @param whenRoleAbsent what to do when no column has the scope's role
 * @param criteria ids of the criteria that it informs
 * @param because why the limit is what it is
 * @param line line in the policy file, for messages; 0 when built in code
 */
public record Gate(
        String id,
        String measure,
        GateScope scope,
        Limit limit,
        Of of,
        Severity severity,
        long minHoldoutRows,
        long belowHoldoutRows,
        WhenRoleAbsent whenRoleAbsent,
        List<String> criteria,
        String because,
        int line) {

    /** Which number of a finding a gate judges. */
    public enum Of {
        /** The value, by its interval. */
        VALUE,
        /** Value beyond the yardstick at equal sizes, by its interval. */
        EXCESS,
        /** The value itself, whatever its doubt. */
        POINT
    }

    /** What a gate on a role does when no column has it. */
    public enum WhenRoleAbsent {
        NOT_EVALUATED,
        SKIP,
        ALL
    }

    public Gate {
        criteria = List.copyOf(criteria);
    }

    /** Whether the gate is judged with so many holdout rows, 0 for none. */
    public boolean appliesTo(long holdoutRows) {
        return holdoutRows >= minHoldoutRows && holdoutRows < belowHoldoutRows;
    }

    /** {@code privacy}, {@code fidelity}, {@code utility} or {@code validity}, by the gate's name. */
    public String family() {
        int dot = id.indexOf('.');
        return dot < 0 ? id : id.substring(0, dot);
    }
}
