package io.synthaudit.io.analyses;

import io.synthaudit.core.analysis.Formula;
import io.synthaudit.core.analysis.Term;
import io.synthaudit.io.FormatException;
import io.synthaudit.io.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A formula: {@code response ~ term + term + ...}; a term is a column, or two with a colon between, whose own columns are terms
 * too. Names that are more than letters, digits, dots and underscores stand in back quotes. Nothing else is understood: no
 * functions, no powers, no removal of the intercept.
 */
final class FormulaText {

    private static final String[] GRAMMAR = {
        "A formula is: response ~ column + column + column:column.",
        "Names with blanks or other signs stand in back quotes: `hours per week`."
    };

    private final YamlNode node;
    private final String text;
    private int at;

    private FormulaText(YamlNode node) {
        this.node = node;
        this.text = node.text();
    }

    /** A formula with one column on its left side. */
    static Formula formula(YamlNode node) {
        FormulaText reader = new FormulaText(node);
        String response = reader.name();
        return reader.rightSide(response, Set.of(response));
    }

    /** What {@code Surv(time, event) ~ ...} says. */
    static Survival survival(YamlNode node) {
        FormulaText reader = new FormulaText(node);
        if (!reader.text.startsWith("Surv", reader.skip())) {
            throw reader.wrong("\"Surv(time, event)\"");
        }
        reader.at += "Surv".length();
        reader.expect('(');
        String time = reader.name();
        reader.expect(',');
        String event = reader.name();
        reader.expect(')');
        return new Survival(reader.rightSide(time, Set.of(time, event)), event);
    }

    /**
     * A formula of a survival model.
     *
     * @param formula its response is the time
     * @param event the column that says whether the event happened
     */
    record Survival(Formula formula, String event) {}

    private Formula rightSide(String response, Set<String> left) {
        expect('~');
        List<Term> terms = new ArrayList<>();
        Set<Set<String>> seen = new java.util.HashSet<>();
        do {
            List<String> columns = new ArrayList<>(List.of(name()));
            if (peek() == ':') {
                expect(':');
                columns.add(name());
            }
            Set<String> distinct = new TreeSet<>(columns);
            if (distinct.size() < columns.size() || !seen.add(distinct)) {
                throw node.error("a term stands here twice.", GRAMMAR);
            }
            if (distinct.stream().anyMatch(left::contains)) {
                throw node.error("a column stands on both sides of the formula.", GRAMMAR);
            }
            terms.add(new Term(columns));
        } while (next('+'));
        if (peek() != 0) {
            throw wrong("\"+\" or the end");
        }
        return ordered(response, terms);
    }

    /** Columns first, then interactions, as R orders them. An interaction without its columns would mean something else. */
    private Formula ordered(String response, List<Term> terms) {
        List<Term> ordered = new ArrayList<>();
        terms.stream().filter(term -> !term.isInteraction()).forEach(ordered::add);
        List<String> columns =
                ordered.stream().map(term -> term.columns().get(0)).toList();
        for (Term term : terms) {
            if (term.isInteraction()) {
                if (!columns.containsAll(term.columns())) {
                    throw node.error(
                            "an interaction needs the columns that interact as terms of their own.",
                            "Write a + b + a:b.");
                }
                ordered.add(term);
            }
        }
        return new Formula(response, ordered);
    }

    private String name() {
        char quote = peek();
        if (quote == '`' || quote == '"') {
            int end = text.indexOf(quote, at + 1);
            if (end < 0) {
                throw node.error("a quoted name has no end.", GRAMMAR);
            }
            String name = text.substring(at + 1, end);
            at = end + 1;
            if (name.isEmpty()) {
                throw node.error("a quoted name is empty.", GRAMMAR);
            }
            return name;
        }
        int start = at;
        while (at < text.length() && isPlain(text.charAt(at))) {
            at++;
        }
        if (at == start || Character.isDigit(text.charAt(start))) {
            at = start;
            throw wrong("the name of a column");
        }
        return text.substring(start, at);
    }

    private static boolean isPlain(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }

    private int skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The next sign, or 0 at the end. */
    private char peek() {
        return skip() < text.length() ? text.charAt(at) : 0;
    }

    private boolean next(char sign) {
        if (peek() != sign) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(char sign) {
        if (!next(sign)) {
            throw wrong("\"" + sign + "\"");
        }
    }

    private FormatException wrong(String expected) {
        char found = peek();
        return node.error(
                "expected " + expected + " at character " + (at + 1) + " of the formula, found "
                        + (found == 0 ? "its end" : "\"" + Character.toString(text.codePointAt(at)) + "\"") + ".",
                GRAMMAR);
    }
}
