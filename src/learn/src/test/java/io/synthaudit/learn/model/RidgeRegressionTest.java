package io.synthaudit.learn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RidgeRegressionTest {

    /**
     * numpy: x = arange(40) * 7 % 11 - 5; s = arange(40) % 3; y = 2 * x + 5 * s + arange(40) * 13 % 17; X = [x, s==0, s==1, s==2,
     * 1]; z = (y - y.mean()) / y.std(); w = solve(X'X + diag(1, 1, 1, 1, 0), X'z); y.mean() + y.std() * (X w)[:3] =
     * -1.3135553357, 16.6467763053, 13.3250774599.
     */
    @Test
    void predictions_are_those_of_the_normal_equations() {
        int n = 40;
        double[] x = IntStream.range(0, n).mapToDouble(i -> i * 7 % 11 - 5).toArray();
        int[] s = IntStream.range(0, n).map(i -> i % 3).toArray();
        double[] y = IntStream.range(0, n)
                .mapToDouble(i -> 2 * x[i] + 5 * s[i] + i * 13 % 17)
                .toArray();
        Design design = new Design(List.of(new Feature(0, 0, 1, x, null), new Feature(1, 1, 3, null, s)), n, 4);
        double[] found = new RidgeRegression().fit(design, y).predict(design);
        assertThat(found[0]).isCloseTo(-1.3135553357, within(1e-6));
        assertThat(found[1]).isCloseTo(16.6467763053, within(1e-6));
        assertThat(found[2]).isCloseTo(13.3250774599, within(1e-6));
    }
}
