package io.synthaudit.io.yaml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Builds the tree from the parser's events and refuses everything but plain data. */
final class TreeBuilder {

    private static final int DEPTH = 50;

    private final String file;
    private final Iterator<Event> events;

    TreeBuilder(String file, Iterator<Event> events) {
        this.file = file;
        this.events = events;
    }

    /** The only document of the stream. */
    YamlNode document() {
        Place top = new Place(file, 1, "");
        next(Event.ID.StreamStart);
        Event start = events.next();
        if (start.getEventId() == Event.ID.StreamEnd) {
            throw top.error("expected a mapping, found an empty file.");
        }
        DocumentStartEvent document = (DocumentStartEvent) start;
        if (!document.getTags().isEmpty()) {
            throw at(top, start).error("found a tag directive.", "Only plain data is allowed here: no tags.");
        }
        YamlNode root = node(events.next(), top, 0);
        next(Event.ID.DocumentEnd);
        Event end = events.next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw at(top, end).error("expected one document, found a second.", "Remove the \"---\" and what follows.");
        }
        return root;
    }

    private YamlNode node(Event event, Place outer, int depth) {
        Place place = at(outer, event);
        refuseReferences(event, place);
        if (depth > DEPTH) {
            throw place.error("expected at most 50 levels of nesting, found more.");
        }
        if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag().isPresent(), place);
            return new YamlScalar(place, scalar.getValue(), scalar.isPlain());
        }
        refuseTag(((CollectionStartEvent) event).getTag().isPresent(), place);
        return event.getEventId() == Event.ID.SequenceStart ? sequence(place, depth) : mapping(place, depth);
    }

    private YamlSequence sequence(Place place, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Event e = events.next(); e.getEventId() != Event.ID.SequenceEnd; e = events.next()) {
            items.add(node(e, place.item(items.size(), line(e)), depth + 1));
        }
        return new YamlSequence(place, items);
    }

    private YamlMapping mapping(Place place, int depth) {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        Map<String, Place> places = new LinkedHashMap<>();
        for (Event e = events.next(); e.getEventId() != Event.ID.MappingEnd; e = events.next()) {
            Place before = at(place, e);
            refuseReferences(e, before);
            if (!(e instanceof ScalarEvent scalar)) {
                throw before.error("expected a key that is one word, found a list or a mapping.");
            }
            refuseTag(scalar.getTag().isPresent(), before);
            Place here = place.key(scalar.getValue(), line(e));
            Place first = places.putIfAbsent(scalar.getValue(), here);
            if (first != null) {
                throw here.error("the key stands here a second time; the first is on line " + first.line() + ".");
            }
            entries.put(scalar.getValue(), node(events.next(), here, depth + 1));
        }
        return new YamlMapping(place, entries, places);
    }

    private static void refuseReferences(Event event, Place place) {
        if (event instanceof AliasEvent) {
            throw place.error("found an alias (*name).", "Only plain data is allowed here: write the value out.");
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw place.error("found an anchor (&name).", "Only plain data is allowed here: write the value out.");
        }
    }

    private static void refuseTag(boolean present, Place place) {
        if (present) {
            throw place.error("found a tag (!name).", "Only plain data is allowed here: no tags.");
        }
    }

    private void next(Event.ID expected) {
        Event event = events.next();
        if (event.getEventId() != expected) {
            throw at(new Place(file, 1, ""), event).error("this is not YAML.");
        }
    }

    private static Place at(Place outer, Event event) {
        return new Place(outer.file(), line(event), outer.path());
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
