package io.synthaudit.reports;

import java.util.List;

/** Strings that have broken reports: markup, attribute breakouts, entities, controls, direction changes, log commands. */
public final class Payloads {

    private Payloads() {}

    public static List<String> all() {
        return List.of(
                "<script>alert(1)</script>",
                "</style><script>alert(1)</script>",
                "</title></svg><img src=x onerror=alert(1)>",
                "\" onload=\"alert(1)",
                "' onmouseover='alert(1)",
                "javascript:alert(1)",
                "https://attacker.example/x.png",
                "www.attacker.example",
                "<a href=\"https://attacker.example\">click</a>",
                "<iframe src=//attacker.example>",
                "<svg/onload=alert(1)>",
                "<!-- x --><![CDATA[ x ]]>",
                "]]>",
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>&y;",
                "&lt;script&gt; &amp;amp; &#x202E;",
                "${7*7} #{7*7} [=7*7] <#assign x=1> <@m.badge/>",
                "{0} {{x}} [text](1)",
                "| a | b |\n|---|---|",
                "`code` **bold** _it_ ~~s~~ # h\n- item\n> quote",
                "![x](https://attacker.example/x.png)",
                "@someone #12",
                "\n::error file=a::b\n::set-output name=x::y\n##[error]z",
                "%0A::error::x%0D",
                "a\u202Eb\u202Cc\u2066d\u2069",
                "zero\u200Bwidth\u200D\uFEFF\u2060\u00AD",
                "nul\u0000bell\u0007esc\u001B[31mdel\u007Fnel\u0085",
                "line\u2028para\u2029",
                "half\uD800surrogate\uDC00non\uFFFE\uFFFF",
                "tag\uDB40\uDC41sel\uFE0F\u3164",
                "=cmd|'/c calc'!A1",
                "\u0627\u0644\u0639\u0645\u0631 \u05D2\u05D9\u05DC",
                "x".repeat(400));
    }
}
