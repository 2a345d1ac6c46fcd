package io.synthaudit.generators;

import com.google.auto.service.AutoService;
import io.synthaudit.core.generator.Generator;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Table;
import java.util.stream.IntStream;

/** A control that must be caught: training rows drawn with replacement. */
@AutoService(Generator.class)
public final class Bootstrap implements Generator {

    @Override
    public String id() {
        return "bootstrap";
    }

    @Override
    public String describe() {
        return "Training rows drawn with replacement; leaks most of them.";
    }

    @Override
    public Table generate(Table training, int rows, RandomStreams streams) {
        var random = streams.stream("generator/bootstrap");
        return training.select(IntStream.generate(() -> random.nextInt(training.rows()))
                .limit(rows)
                .toArray());
    }
}
