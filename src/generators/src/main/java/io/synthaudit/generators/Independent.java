package io.synthaudit.generators;

import com.google.auto.service.AutoService;
import io.synthaudit.core.generator.Generator;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A control that keeps every column and no dependence: each column drawn with replacement by itself. Its cells are real
 * ones, keys and identifiers included.
 */
@AutoService(Generator.class)
public final class Independent implements Generator {

    @Override
    public String id() {
        return "independent";
    }

    @Override
    public String describe() {
        return "Each column resampled by itself: right columns, no dependence between them, cells of real people.";
    }

    @Override
    public Table generate(Table training, int rows, RandomStreams streams) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < training.columns().size(); c++) {
            var random = streams.stream("generator/independent/" + c);
            columns.add(training.column(c)
                    .select(IntStream.generate(() -> random.nextInt(training.rows()))
                            .limit(rows)
                            .toArray()));
        }
        return new Table(training.schema(), columns, rows);
    }
}
