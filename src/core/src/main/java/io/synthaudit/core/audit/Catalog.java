package io.synthaudit.core.audit;

import io.synthaudit.core.evaluation.Attack;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.evaluation.TableEvaluation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Every evaluation that is installed, sorted by id.
 *
 * @param metrics metrics of columns and pairs
 * @param evaluations evaluations of whole tables, the holdout's fitness among them
 * @param attacks attacks
 */
public record Catalog(List<Metric> metrics, List<TableEvaluation> evaluations, List<Attack> attacks) {

    public Catalog {
        metrics = sorted(metrics, Metric::description);
        evaluations = sorted(evaluations, TableEvaluation::description);
        attacks = sorted(attacks, Attack::description);
        Set<String> ids = new HashSet<>();
        all(metrics, evaluations, attacks).forEach(d -> {
            if (!ids.add(d.id())) {
                throw new IllegalStateException("two evaluations are called " + d.id());
            }
        });
    }

    /** What {@link ServiceLoader} finds on the class path, and the holdout's fitness. */
    public static Catalog installed() {
        List<TableEvaluation> evaluations = load(TableEvaluation.class);
        evaluations.add(new HoldoutFitness());
        return new Catalog(load(Metric.class), evaluations, load(Attack.class));
    }

    private static <T> List<T> load(Class<T> service) {
        List<T> found = new ArrayList<>();
        ServiceLoader.load(service).forEach(found::add);
        return found;
    }

    /** The evaluations whose id satisfies the test. */
    public Catalog only(Predicate<String> wanted) {
        return new Catalog(
                metrics.stream().filter(m -> wanted.test(m.description().id())).toList(),
                evaluations.stream()
                        .filter(e -> wanted.test(e.description().id()))
                        .toList(),
                attacks.stream().filter(a -> wanted.test(a.description().id())).toList());
    }

    /** All descriptions, sorted by id. */
    public List<Description> descriptions() {
        return sorted(all(metrics, evaluations, attacks), Function.identity());
    }

    private static List<Description> all(
            List<Metric> metrics, List<TableEvaluation> evaluations, List<Attack> attacks) {
        List<Description> all = new ArrayList<>();
        metrics.forEach(m -> all.add(m.description()));
        evaluations.forEach(e -> all.add(e.description()));
        attacks.forEach(a -> all.add(a.description()));
        return all;
    }

    private static <T> List<T> sorted(List<T> list, Function<T, Description> description) {
        return list.stream()
                .sorted(Comparator.comparing(item -> description.apply(item).id()))
                .toList();
    }
}
