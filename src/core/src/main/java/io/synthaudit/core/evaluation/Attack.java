package io.synthaudit.core.evaluation;

/**
 * An attack on the synthetic table. It plays the games and reports raw outcomes; core turns them into numbers and
 * intervals, so that attacks cannot disagree about statistics. Registered with {@code @AutoService(Attack.class)}.
 */
public interface Attack {

    Description description();

    ThreatModel threatModel();

    /** Plays main, control and baseline. */
    Outcome play(Run run);
}
