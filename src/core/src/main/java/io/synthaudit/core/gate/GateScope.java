package io.synthaudit.core.gate;

import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.Role;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which findings a gate judges and how they are taken together.
 *
 * @param role only columns with this role; null for any
 * @param kind only columns of this kind; null for any
 * @param columns only these columns; empty for any
 * @param subgroups only findings of subgroups
 * @param aggregate how the parts make one judgement
 * @param quantile which quantile, for {@link Aggregate#QUANTILE}; else NaN
 * @param params of findings that have these parameters only the ones with these values; a finding without them, such as one
 *     that says why nothing was measured, stands for all
 */
public record GateScope(
        Role role,
        Kind kind,
        List<String> columns,
        boolean subgroups,
        Aggregate aggregate,
        double quantile,
        Map<String, String> params) {

    /** How many parts make one judgement. */
    public enum Aggregate {
        /** Every part must pass; each is listed. */
        ALL,
        /** The worst part must pass. */
        WORST,
        /** The mean over the parts. */
        MEAN,
        /** All but floor((1 - q) J) of the J parts must pass. */
        QUANTILE
    }

    public static final GateScope ANY = new GateScope(null, null, List.of(), false, Aggregate.ALL, Double.NaN);

    public GateScope {
        columns = List.copyOf(columns);
        params = Collections.unmodifiableMap(new TreeMap<>(params));
    }

    /** A scope of findings whatever their parameters. */
    public GateScope(
            Role role, Kind kind, List<String> columns, boolean subgroups, Aggregate aggregate, double quantile) {
        this(role, kind, columns, subgroups, aggregate, quantile, Map.of());
    }

    /** Whether a finding with these parameters is in the scope. */
    boolean admits(Map<String, String> found) {
        return params.entrySet().stream()
                .allMatch(e -> found.getOrDefault(e.getKey(), e.getValue()).equals(e.getValue()));
    }
}
