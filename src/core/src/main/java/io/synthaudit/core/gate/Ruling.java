package io.synthaudit.core.gate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is said of a release.
 *
 * @param verdict over all gates that count
 * @param families verdict per family: privacy, fidelity, utility, validity, in this order
 * @param exitCode 0 PASS, 1 FAIL, 3 INCONCLUSIVE or NOT_EVALUATED
 * @param reason why it is so, a sentence
 */
public record Ruling(Verdict verdict, Map<String, Verdict> families, int exitCode, String reason) {

    public Ruling {
        families = Collections.unmodifiableMap(new LinkedHashMap<>(families));
    }
}
