package io.synthaudit.generators;

import com.google.auto.service.AutoService;
import io.synthaudit.core.generator.Generator;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Table;

/** A control that must be caught: the training rows themselves in another order, from the start again when they run out. */
@AutoService(Generator.class)
public final class Copy implements Generator {

    @Override
    public String id() {
        return "copy";
    }

    @Override
    public String describe() {
        return "The training rows in another order; leaks everything.";
    }

    @Override
    public Table generate(Table training, int rows, RandomStreams streams) {
        int[] order = RandomStreams.permutation(training.rows(), streams.stream("generator/copy"));
        int[] chosen = new int[rows];
        for (int i = 0; i < rows; i++) {
            chosen[i] = order[i % order.length];
        }
        return training.select(chosen);
    }
}
