package io.synthaudit.violations.core;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.apache.commons.rng.simple.RandomSource;

/** Planted: takes from the surroundings what must be handed in, one method for each way to do so. */
public final class Ambient {

    double random() {
        return new Random(1).nextDouble();
    }

    double threadLocalRandom() {
        return ThreadLocalRandom.current().nextDouble();
    }

    double mathRandom() {
        return Math.random();
    }

    void shuffle(List<String> list) {
        Collections.shuffle(list);
    }

    String uuid() {
        return UUID.randomUUID().toString();
    }

    double madeHere() {
        return RandomSource.JSF_64.create(1L).nextDouble();
    }

    int secure() {
        return new SecureRandom().nextInt();
    }

    long millis() {
        return System.currentTimeMillis();
    }

    LongSupplier nanos() {
        return System::nanoTime;
    }

    Instant now() {
        return Instant.now();
    }

    long clock(Clock clock) {
        return clock.millis();
    }

    double power(double x) {
        return Math.pow(x, 0.5);
    }

    DoubleUnaryOperator logarithm() {
        return Math::log;
    }

    DoubleUnaryOperator sine() {
        return x -> Math.sin(x);
    }

    long parallelStream(List<String> list) {
        return list.parallelStream().count();
    }

    int parallel() {
        return IntStream.range(0, 9).parallel().sum();
    }

    String format(double x) {
        return String.format("%f", x);
    }

    String formatted(double x) {
        return "%f".formatted(x);
    }

    List<String> lowerCase(List<String> list) {
        return list.stream().map(String::toLowerCase).toList();
    }

    byte[] bytes(String text) {
        return text.getBytes();
    }
}
