package io.synthaudit.reports.html;

import io.synthaudit.core.gate.Verdict;
import io.synthaudit.reports.text.Words;

/**
 * A verdict as word, shape and colour.
 *
 * @param word the word
 * @param style {@code pass}, {@code fail}, {@code open} or {@code none}: names both colour and shape
 */
public record Badge(String word, String style) {

    static Badge of(Verdict verdict) {
        return new Badge(Words.of(verdict), Index.style(verdict));
    }
}
