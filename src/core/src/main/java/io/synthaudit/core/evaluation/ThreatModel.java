package io.synthaudit.core.evaluation;

import java.util.List;

/**
 * What an attacker wants, holds and knows.
 *
 * @param goal what counts as success
 * @param access {@code synthetic-only}, {@code generator-calls} or {@code generator-internals}
 * @param knowledge what else the attacker holds
 * @param targets who is attacked
 */
public record ThreatModel(String goal, String access, List<String> knowledge, String targets) {

    public ThreatModel {
        knowledge = List.copyOf(knowledge);
    }
}
