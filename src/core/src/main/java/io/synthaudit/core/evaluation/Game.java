package io.synthaudit.core.evaluation;

import io.synthaudit.core.interval.Interval;

/**
 * One game of an attack or control, with its result.
 *
 * @param kind which game
 * @param share share of planted rows (SPIKE), else NaN
 * @param successes right guesses, or alarms of a control
 * @param trials guesses, or repetitions of a control
 * @param value the game's number: success rate, AUC, share
 * @param interval its interval, or null when the game has none of its own
 */
public record Game(Kind kind, double share, double successes, double trials, double value, Interval interval) {

    /** Which game was played. */
    public enum Kind {
        /** Against training rows. */
        MAIN,
        /** Against holdout rows. */
        CONTROL,
        /** Without the synthetic table. */
        BASELINE,
        /** With planted copies. */
        SPIKE,
        /** With training and holdout labels permuted: a right method raises an alarm in one of twenty. */
        PERMUTED
    }
}
