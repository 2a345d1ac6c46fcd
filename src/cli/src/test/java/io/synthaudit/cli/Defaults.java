package io.synthaudit.cli;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.stream.Collectors;

/** The calls of the Java library that take the machine's locale or charset without being told one. */
final class Defaults {

    static final Set<String> CALLS = Set.of(
            "String.format(String,Object[])",
            "String.formatted(Object[])",
            "String.toLowerCase()",
            "String.toUpperCase()",
            "String.getBytes()",
            "String.<init>(byte[])",
            "String.<init>(byte[],int,int)",
            "PrintStream.printf(String,Object[])",
            "PrintStream.format(String,Object[])",
            "PrintStream.<init>(OutputStream)",
            "PrintStream.<init>(OutputStream,boolean)",
            "PrintStream.<init>(File)",
            "PrintStream.<init>(String)",
            "PrintWriter.printf(String,Object[])",
            "PrintWriter.format(String,Object[])",
            "PrintWriter.<init>(OutputStream)",
            "PrintWriter.<init>(OutputStream,boolean)",
            "PrintWriter.<init>(File)",
            "PrintWriter.<init>(String)",
            "FileReader.<init>(File)",
            "FileReader.<init>(String)",
            "FileWriter.<init>(File)",
            "FileWriter.<init>(String)",
            "FileWriter.<init>(File,boolean)",
            "FileWriter.<init>(String,boolean)",
            "InputStreamReader.<init>(InputStream)",
            "OutputStreamWriter.<init>(OutputStream)",
            "ByteArrayOutputStream.toString()",
            "Scanner.<init>(InputStream)",
            "Formatter.<init>()",
            "Formatter.<init>(Appendable)",
            "DecimalFormat.<init>(String)",
            "DecimalFormat.<init>()",
            "NumberFormat.getInstance()",
            "NumberFormat.getNumberInstance()",
            "NumberFormat.getIntegerInstance()",
            "NumberFormat.getPercentInstance()",
            "SimpleDateFormat.<init>(String)",
            "DateTimeFormatter.ofPattern(String)",
            "DateTimeFormatterBuilder.toFormatter()",
            "Collator.getInstance()",
            "Locale.getDefault()",
            "Charset.defaultCharset()");

    private Defaults() {}

    /** The call in the notation of {@link #CALLS}; a field access gives its name alone. */
    static String signature(JavaAccess<?> access) {
        String name = access.getTargetOwner().getSimpleName() + "."
                + access.getTarget().getName();
        if (!access.getTargetOwner().getPackageName().startsWith("java.")
                || !(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return name;
        }
        return target.getRawParameterTypes().stream()
                .map(JavaClass::getSimpleName)
                .collect(Collectors.joining(",", name + "(", ")"));
    }
}
