package io.synthaudit.metrics.utility;

import io.synthaudit.core.analysis.Analysis;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.learn.regression.Fit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What is said of a model that was fitted to several tables; shared by all kinds of models. */
final class ModelObservations {

    static final Measure OVERLAP = new Measure("mean-overlap", "1", "(-inf, 1]", Direction.HIGHER, Measure.Against.OWN)
            .called("mean overlap of the coefficients' confidence intervals");
    static final Measure SIGNS = new Measure("sign-agreement", "1", "[0, 1]", Direction.HIGHER, Measure.Against.OWN)
            .called("share of coefficients with the same sign");
    static final Measure SIGNIFICANCE = new Measure(
                    "significance-agreement", "1", "[0, 1]", Direction.HIGHER, Measure.Against.OWN)
            .called("share of coefficients that are significant at 5 % in both tables or in neither");
    static final Measure COEFFICIENT = new Measure(
                    "coefficient-overlap", "1", "(-inf, 1]", Direction.HIGHER, Measure.Against.OWN)
            .called("overlap of the coefficient's confidence intervals");
    static final Measure DIFFERENCE = new Measure(
                    "standardised-difference", "1", "(-inf, inf)", Direction.ZERO, Measure.Against.OWN)
            .called("difference of the coefficients in standard errors of training's");
    static final List<Measure> MEASURES = List.of(OVERLAP, SIGNS, SIGNIFICANCE, COEFFICIENT, DIFFERENCE);

    private ModelObservations() {}

    /** The observations of every declared analysis of a kind; why not, where none is declared. */
    static <A extends Analysis> List<Observation> ofDeclared(
            Run run, Description description, Class<A> kind, Function<A, FittedModel> fit) {
        List<A> declared =
                run.analyses().stream().filter(kind::isInstance).map(kind::cast).toList();
        if (declared.isEmpty()) {
            return Observation.none(description, Target.TABLE, Reason.NO_ANALYSES);
        }
        return declared.stream()
                .flatMap(each -> of(description, fit.apply(each), run.level()).stream())
                .toList();
    }

    static List<Observation> of(Description description, FittedModel model, double level) {
        Map<String, String> params = Map.of("analysis", model.analysis());
        Reason unfit = unfit(model);
        if (unfit != null) {
            return Observation.none(description, model.target(), unfit).stream()
                    .map(o -> o.params(params))
                    .toList();
        }
        CoefficientMatch made = CoefficientMatch.of(
                model.training(), model.synthetic(), model.bearers(), model.first(), "synthetic table");
        if (made.count() == 0) {
            Reason none = new Reason(
                    "no-coefficient",
                    "Training gives none of the model's coefficients a finite value"
                            + " with a standard error and 11 rows behind it.");
            return Observation.none(description, model.target(), none).stream()
                    .map(o -> o.params(params))
                    .toList();
        }
        boolean control = model.holdout() != null && model.holdout().reason() == null;
        CoefficientMatch real = control
                ? CoefficientMatch.of(model.training(), model.holdout(), model.bearers(), model.first(), "holdout")
                : null;
        List<Observation> all = new ArrayList<>();
        String note = note(model, made);
        all.add(whole(model, OVERLAP, made, real, (m, l) -> m.meanOverlap(l), level)
                .note(note + " Fresh real rows would score "
                        + two(made.meanOverlap(level).bias()) + " on average at these sizes."));
        all.add(whole(model, SIGNS, made, real, (m, l) -> m.signs(), level).note(note));
        all.add(whole(model, SIGNIFICANCE, made, real, (m, l) -> m.significance(), level)
                .note(note));
        for (int j = model.first(); j < made.pairs().length; j++) {
            all.addAll(coefficient(model, j, made, real, level));
        }
        return all;
    }

    private static Reason unfit(FittedModel model) {
        if (model.unfit() != null) {
            return model.unfit();
        }
        if (model.training().reason() != null) {
            return in(model.training().reason(), "training table");
        }
        return model.synthetic().reason() == null ? null : in(model.synthetic().reason(), "synthetic table");
    }

    private static Reason in(Reason reason, String table) {
        return new Reason(reason.code(), "Fitted to the " + table + ": " + reason.text());
    }

    private static Observation whole(
            FittedModel model,
            Measure measure,
            CoefficientMatch made,
            CoefficientMatch real,
            BiFunction<CoefficientMatch, Double, Estimate> number,
            double level) {
        Observation o = Observation.of(
                        measure.id(),
                        model.target(),
                        number.apply(made, level),
                        model.training().rows(),
                        model.synthetic().rows())
                .params(Map.of("analysis", model.analysis()));
        return real == null
                ? o
                : o.yardstick(number.apply(real, level), model.holdout().rows());
    }

    private static List<Observation> coefficient(
            FittedModel model, int j, CoefficientMatch made, CoefficientMatch real, double level) {
        Map<String, String> params = Map.of("analysis", model.analysis(), "coefficient", model.names()[j]);
        CoefficientPair pair = made.pairs()[j];
        if (pair == null) {
            return List.of(
                    Observation.not(COEFFICIENT.id(), model.target(), made.reasons()[j])
                            .params(params),
                    Observation.not(DIFFERENCE.id(), model.target(), made.reasons()[j])
                            .params(params));
        }
        Observation overlap = Observation.of(
                        COEFFICIENT.id(),
                        model.target(),
                        pair.overlap(level),
                        model.bearers()[j],
                        model.synthetic().rows())
                .params(params)
                .note(name(model, j) + " The signs " + (pair.signsAgree() ? "agree" : "differ")
                        + "; significance at 5 % " + (pair.significanceAgrees() ? "agrees." : "differs."));
        Observation difference = Observation.of(
                        DIFFERENCE.id(),
                        model.target(),
                        pair.standardisedDifference(level),
                        model.bearers()[j],
                        model.synthetic().rows())
                .params(params)
                .note(name(model, j));
        CoefficientPair control = real == null ? null : real.pairs()[j];
        return control == null
                ? List.of(overlap, difference)
                : List.of(
                        overlap.yardstick(
                                control.overlap(level), model.holdout().rows()),
                        difference.yardstick(
                                control.standardisedDifference(level),
                                model.holdout().rows()));
    }

    /** Sentences name columns, and not which coefficient is spoken of. */
    private static String name(FittedModel model, int j) {
        return "Analysis " + model.analysis() + ", coefficient " + model.names()[j] + ".";
    }

    private static String note(FittedModel model, CoefficientMatch made) {
        StringBuilder note =
                new StringBuilder("Analysis ").append(model.analysis()).append(": ");
        note.append(made.compared()).append(" of ").append(made.count()).append(" coefficients are compared");
        note.append(
                made.compared() < made.count() ? "; the others, which only training has, count as no agreement." : ".");
        int left = made.pairs().length - model.first() - made.count();
        if (left > 0) {
            note.append(" Left out, since training itself does not give them: ")
                    .append(left)
                    .append('.');
        }
        note.append(left("training", model.training()));
        note.append(left("synthetic", model.synthetic()));
        if (model.holdout() != null && model.holdout().reason() != null) {
            note.append(" No yardstick: the model cannot be fitted to the holdout.");
        }
        return note.toString();
    }

    private static String left(String table, Fit fit) {
        String incomplete = fit.incomplete() == 0
                ? ""
                : " Left out: " + few(fit.incomplete()) + " " + table + " rows with a missing cell.";
        return fit.unseen() == 0
                ? incomplete
                : incomplete + " Left out: " + few(fit.unseen()) + " " + table
                        + " rows with a level that training lacks.";
    }

    private static String few(int rows) {
        return rows < LevelNames.FEWEST ? "fewer than " + LevelNames.FEWEST : Integer.toString(rows);
    }

    private static String two(double value) {
        return Double.toString(StrictMath.rint(100 * value) / 100);
    }
}
