package io.synthaudit.metrics.similarity;

import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.learn.neighbour.Neighbourhood;
import java.util.List;

/** What all similarity metrics say and cite, and why they may have nothing to measure. */
final class Similarity {

    static final String NO_PROOF =
            "This is a similarity metric: it knows no adversary, and a good value is no proof of privacy.";

    static final String GOWER = "Gower (1971), https://doi.org/10.2307/2528823";

    static final String DELUSION =
            "Yao et al. (2025), The DCR Delusion: Measuring the Privacy Risk of Synthetic Data, https://arxiv.org/abs/2505.01524";

    private Similarity() {}

    /** Why rows cannot be compared at all, or null. */
    static Reason unmeasurable(Run run) {
        return Neighbourhood.of(run).isMeasurable()
                ? null
                : new Reason(
                        "no-columns",
                        "Every column is a key, an identifier or text, so that there is nothing to measure distances by.");
    }

    /** Why nothing can be set against the holdout, or null. */
    static Reason uncontrolled(Run run) {
        Reason unmeasurable = unmeasurable(run);
        return unmeasurable != null
                ? unmeasurable
                : Neighbourhood.of(run).uncontrolled().orElse(null);
    }

    static List<Observation> none(Description description, Reason reason) {
        return Observation.none(description, Target.TABLE, reason);
    }
}
