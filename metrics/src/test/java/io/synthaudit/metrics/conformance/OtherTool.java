package io.synthaudit.metrics.conformance;

import com.fasterxml.jackson.databind.JsonNode;

/** A tool whose golden numbers are read and set beside ours. */
interface OtherTool {

    /** Its name, with which its golden files begin. */
    String name();

    /** Puts every number of one golden file beside ours, or among those that are not measured. */
    void compare(Place place, JsonNode golden, Findings into);
}
