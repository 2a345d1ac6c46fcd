package io.synthaudit.core.audit;

import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Subject;
import io.synthaudit.core.evaluation.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Keeps memory and report small when a table has many columns. Of each measure's findings about pairs, about sets of columns
 * and about columns within subgroups it keeps all up to 1,000; beyond that the 100 worst, the 100 with the largest excess,
 * those asked for by key, and quantiles over all. Findings about columns and tables are all kept. What it lets go is counted.
 *
 * <p>The outcome does not depend on the order in which findings are added, and adding is safe for several threads.
 */
public final class FindingBudget {

    /** Up to so many findings of one measure and kind of target are all kept. */
    public static final int ALL = 1_000;

    private final Set<String> wanted;
    private final Predicate<Subject> whole;
    private final List<Finding> kept = new ArrayList<>();
    private final Map<String, Crowd> crowds = new TreeMap<>();

    /**
     * @param wanted keys that are kept in any case
     * @param whole whose measures are kept whole, however many findings there are
     */
    public FindingBudget(Set<String> wanted, Predicate<Subject> whole) {
        this.wanted = Set.copyOf(wanted);
        this.whole = whole;
    }

    /** Takes findings in, in any order. */
    public synchronized void addAll(Collection<Finding> findings) {
        for (Finding finding : findings) {
            Subject subject = finding.subject();
            Target.Kind many = many(subject.target());
            if (many == null || whole.test(subject)) {
                kept.add(finding);
            } else {
                crowds.computeIfAbsent(subject.fullMeasure() + " " + many, name -> new Crowd(many, wanted))
                        .add(finding);
            }
        }
    }

    /** As what the target's like are taken together; null for a single column or the whole table. */
    private static Target.Kind many(Target target) {
        return switch (target.kind()) {
            case PAIR -> Target.Kind.PAIRS;
            case SET -> Target.Kind.SETS;
            case COLUMN -> target.subgroup() == null ? null : Target.Kind.GROUPS;
            case TABLE, PAIRS, SETS, GROUPS -> null;
        };
    }

    /** What is kept, sorted by key. */
    public synchronized List<Finding> kept() {
        List<Finding> all = new ArrayList<>(kept);
        crowds.values().forEach(crowd -> all.addAll(crowd.kept()));
        return sorted(all);
    }

    /** What was let go, counted. */
    public synchronized List<Dropped> dropped() {
        return crowds.values().stream()
                .flatMap(crowd -> crowd.dropped().stream())
                .toList();
    }

    /** Sorts by key, which costs too much to be made in each comparison. */
    private static List<Finding> sorted(List<Finding> findings) {
        record Keyed(String key, Finding finding) {}
        return findings.stream()
                .map(f -> new Keyed(f.subject().key(), f))
                .sorted(Comparator.comparing(Keyed::key))
                .map(Keyed::finding)
                .toList();
    }
}
