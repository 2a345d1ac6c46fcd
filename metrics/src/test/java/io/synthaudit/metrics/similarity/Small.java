package io.synthaudit.metrics.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.testkit.FixedRun;
import java.util.List;

/**
 * Tables so small that a plain loop is a few lines of numpy; training's range is 10, and training and holdout have six rows
 * each, so that nothing is cut.
 *
 * <pre>
 * import numpy as np
 * T=np.array([[0,0],[1,0],[2.5,1],[4,1],[10,0],[8,2]]); H=np.array([[.5,0],[5,1],[6,1],[9,2],[2.5,0],[1,2]])
 * S=np.array([[.1,0],[3.5,0],[5.75,1],[7.2,0],[9.5,2],[2.4,1],[6,2]])
 * def d(A,B): return (np.minimum(1,abs(A[:,None,0]-B[None,:,0])/10)+(A[:,None,1]!=B[None,:,1]))/2
 * def gap(A): return (d(A,A)+9*np.eye(len(A))).min(1)
 * def auth(A): return np.mean(d(A,T).min(1)>gap(T)[d(A,T).argmin(1)]+1e-12)
 * def ident(A): return np.mean(d(A,S).min(1)&lt;gap(A)-1e-12)
 * def ratio(A,B): s=np.sort(d(A,B),1); return np.where(s[:,1]==0,1,s[:,0]/np.where(s[:,1]==0,1,s[:,1]))
 * </pre>
 */
final class Small {

    static final Table TRAINING = table(new double[] {0, 1, 2.5, 4, 10, 8}, 0, 0, 1, 1, 0, 2);
    static final Table HOLDOUT = table(new double[] {.5, 5, 6, 9, 2.5, 1}, 0, 1, 1, 2, 0, 2);
    static final Table SYNTHETIC = table(new double[] {.1, 3.5, 5.75, 7.2, 9.5, 2.4, 6}, 0, 0, 1, 0, 2, 1, 2);

    private Small() {}

    static Table table(double[] numbers, int... codes) {
        Schema schema = new Schema(List.of(Field.of("x", Kind.NUMERIC), Field.of("c", Kind.CATEGORICAL)), true);
        return new Table(
                schema,
                List.of(
                        new NumberColumn(schema.field(0), numbers, 0),
                        new CodeColumn(schema.field(1), new Dictionary(new String[] {"a", "b", "c"}, 3), codes, 0)),
                numbers.length);
    }

    static List<Observation> seen(TableEvaluation evaluation) {
        return evaluation.evaluate(FixedRun.of(TRAINING, SYNTHETIC, HOLDOUT));
    }

    /** The values and yardsticks of a number of measures at once. */
    static void assertPercentiles(List<Observation> found, String centre, double[] values, double[] yardsticks) {
        String[] percentiles = {"-p01", "-p05", "-p25", "-p50", "-p75", "-p95"};
        for (int i = 0; i < percentiles.length; i++) {
            Observation observation = Values.of(found, centre + percentiles[i]);
            assertThat(observation.estimate().value()).as(observation.measure()).isCloseTo(values[i], within(1e-12));
            assertThat(observation.yardstick().value()).isCloseTo(yardsticks[i], within(1e-12));
            assertThat(observation.yardstickRows()).isEqualTo(6);
        }
    }
}
