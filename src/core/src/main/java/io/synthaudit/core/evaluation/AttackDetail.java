package io.synthaudit.core.evaluation;

import java.util.List;

/**
 * The games behind a finding.
 *
 * @param threatModel the attacker; null for a similarity metric, which has none
 * @param games main, control, baseline and permuted games, as far as they were played
 * @param minimumDetectable smallest planted share that is found with a power of 80 %; NaN when not played
 */
public record AttackDetail(ThreatModel threatModel, List<Game> games, double minimumDetectable) {

    /** Of 200 permutations, this many alarms or more have a probability below .5 % when 5 % is true. */
    public static final int TOO_MANY_ALARMS = 19;

    public AttackDetail {
        games = List.copyOf(games);
    }

    /** Whether the control with permuted labels raised too many alarms for the finding to be judged. */
    public boolean criesWolf() {
        return games.stream()
                .anyMatch(g -> g.kind() == Game.Kind.PERMUTED && g.trials() >= 200 && g.successes() >= TOO_MANY_ALARMS);
    }
}
