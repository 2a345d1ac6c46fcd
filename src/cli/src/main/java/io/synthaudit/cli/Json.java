package io.synthaudit.cli;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes trees of maps, lists, texts, numbers, truths and nulls as JSON in ASCII, indented by two spaces. */
final class Json {

    private final StringBuilder text = new StringBuilder();

    private Json() {}

    /** The tree as JSON, ending in a line break. Maps keep their order; numbers must be finite. */
    static String text(Object tree) {
        Json json = new Json();
        json.write(tree, "\n");
        return json.text.append('\n').toString();
    }

    /** The same as bytes. */
    static byte[] bytes(Object tree) {
        return text(tree).getBytes(StandardCharsets.US_ASCII);
    }

    private void write(Object node, String newLine) {
        if (node instanceof Map<?, ?> map) {
            block(map.entrySet().iterator(), "{", "}", newLine);
        } else if (node instanceof List<?> list) {
            block(list.iterator(), "[", "]", newLine);
        } else if (node instanceof Map.Entry<?, ?> entry) {
            write(entry.getKey(), newLine);
            text.append(": ");
            write(entry.getValue(), newLine);
        } else if (node instanceof Number || node instanceof Boolean || node == null) {
            text.append(node);
        } else {
            quote(node.toString());
        }
    }

    private void block(Iterator<?> items, String open, String close, String newLine) {
        text.append(open);
        boolean empty = !items.hasNext();
        while (items.hasNext()) {
            text.append(newLine).append("  ");
            write(items.next(), newLine + "  ");
            text.append(items.hasNext() ? "," : "");
        }
        text.append(empty ? "" : newLine).append(close);
    }

    private void quote(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
