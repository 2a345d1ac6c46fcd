package io.synthaudit.core.gate;

import java.util.Locale;

/** How much a gate weighs. Blockers and majors decide the verdict; minors are remarks; infos are never judged. */
public enum Severity {
    BLOCKER,
    MAJOR,
    MINOR,
    INFO;

    public boolean decides() {
        return this == BLOCKER || this == MAJOR;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
