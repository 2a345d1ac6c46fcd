package io.synthaudit.learn.lightgbm;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMBooster.FeatureImportanceType;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import io.synthaudit.learn.model.Classifier;
import io.synthaudit.learn.model.Design;
import io.synthaudit.learn.model.Learner;
import io.synthaudit.learn.model.Majority;
import io.synthaudit.learn.model.NumberLearner;
import io.synthaudit.learn.model.Predictor;
import io.synthaudit.learn.model.Present;
import io.synthaudit.learn.model.Spread;
import java.util.Arrays;
import java.util.Locale;

/**
 * Gradient-boosted trees of LightGBM, at its default settings: 100 rounds at a rate of 0.1, 31 leaves, 20 rows a leaf. Levels are
 * told to it as such, and a missing level as missing. Importance of a feature: the gain of its splits.
 *
 * <p>One thread, its deterministic mode, histograms by row and a fixed seed: equal arguments give equal models, to the bit.
 *
 * @see <a href="https://papers.nips.cc/paper/6907-lightgbm-a-highly-efficient-gradient-boosting-decision-tree">Ke et al.
 *     (2017)</a>
 */
final class LightGbm implements Learner, NumberLearner {

    static final String NAME = "lightgbm";
    static final int ROUNDS = 100;

    private static final String SETTINGS =
            "num_threads=1 deterministic=true force_row_wise=true verbosity=-1 seed=%d data_random_seed=%d";

    private final String settings;

    /** @param seed of the rows that bins are found from, where there are more than 200,000 */
    LightGbm(long seed) {
        int positive = (int) (seed & Integer.MAX_VALUE);
        this.settings = String.format(Locale.ROOT, SETTINGS, positive, positive);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Classifier fit(Design design, int[] labels, int classes) {
        design.checkAnswers(labels.length);
        Present present = Present.of(labels);
        if (present.count() == 1 || design.width() == 0) {
            return new Majority().fit(design, labels, classes);
        }
        float[] answers = new float[labels.length];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = present.dense()[i];
        }
        boolean two = present.count() == 2;
        String objective = two ? "objective=binary" : "objective=multiclass num_class=" + present.count();
        return new Classes(boost(design, answers, objective, two ? 1 : present.count()), present.classes(), classes);
    }

    @Override
    public Predictor fit(Design design, double[] values) {
        design.checkAnswers(values.length);
        Spread spread = Spread.around(values);
        if (design.width() == 0 || !(spread.deviation() > 0)) {
            return new Majority().fit(design, values);
        }
        // It learns in single precision, so from numbers about 0 and 1.
        float[] answers = new float[values.length];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = (float) ((values[i] - spread.mean()) / spread.deviation());
        }
        return new Numbers(boost(design, answers, "objective=regression", 1), spread);
    }

    private Trees boost(Design design, float[] answers, String objective, int outputs) {
        Cells cells = Cells.of(design);
        String all = settings + " " + objective;
        try (LGBMDataset data = LGBMDataset.createFromMat(
                cells.values(), cells.rows(), cells.columns(), false, all + cells.levels(), null)) {
            data.setField("label", answers);
            try (LGBMBooster booster = LGBMBooster.create(data, all)) {
                boolean done = false;
                for (int round = 0; round < ROUNDS && !done; round++) {
                    done = booster.updateOneIter();
                }
                return new Trees(
                        booster.saveModelToString(0, 0, FeatureImportanceType.GAIN),
                        outputs,
                        booster.featureImportance(0, FeatureImportanceType.GAIN));
            }
        } catch (LGBMException refused) {
            throw new IllegalStateException("LightGBM could not fit a model", refused);
        }
    }

    private record Classes(Trees trees, int[] present, int classes) implements Classifier {

        @Override
        public double[][] probabilities(Design design) {
            double[] flat = trees.predict(design);
            double[][] all = new double[design.size()][classes];
            for (int i = 0; i < all.length; i++) {
                if (present.length == 2) {
                    all[i][present[0]] = 1 - flat[i];
                    all[i][present[1]] = flat[i];
                } else {
                    for (int k = 0; k < present.length; k++) {
                        all[i][present[k]] = flat[i * present.length + k];
                    }
                }
            }
            return all;
        }

        @Override
        public double[] importance() {
            return trees.importance().clone();
        }
    }

    private record Numbers(Trees trees, Spread spread) implements Predictor {

        @Override
        public double[] predict(Design design) {
            return Arrays.stream(trees.predict(design))
                    .map(z -> spread.mean() + spread.deviation() * z)
                    .toArray();
        }

        @Override
        public double[] importance() {
            return trees.importance().clone();
        }
    }
}
