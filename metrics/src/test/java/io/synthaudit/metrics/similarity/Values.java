package io.synthaudit.metrics.similarity;

import io.synthaudit.core.evaluation.Game;
import io.synthaudit.core.evaluation.Observation;
import java.util.List;

/** Finds observations by measure. */
final class Values {

    private Values() {}

    static Observation of(List<Observation> observations, String measure) {
        return observations.stream()
                .filter(o -> o.measure().equals(measure))
                .findFirst()
                .orElseThrow();
    }

    static double alarms(Observation observation) {
        Game game = observation.attack().games().get(0);
        return game.kind() == Game.Kind.PERMUTED ? game.successes() : Double.NaN;
    }
}
