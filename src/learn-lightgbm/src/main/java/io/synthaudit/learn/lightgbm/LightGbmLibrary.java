package io.synthaudit.learn.lightgbm;

import com.google.auto.service.AutoService;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.synthaudit.learn.model.Learner;
import io.synthaudit.learn.model.LearnerLibrary;
import io.synthaudit.learn.model.NumberLearner;
import java.io.IOException;

/** LightGBM, where its natives and OpenMP's library (libgomp) can be loaded. */
@AutoService(LearnerLibrary.class)
public final class LightGbmLibrary implements LearnerLibrary {

    @Override
    public String name() {
        return LightGbm.NAME;
    }

    @Override
    public String settings() {
        return "LightGBM 4.3.0 by lightgbm4j, one thread, deterministic: " + LightGbm.ROUNDS
                + " rounds at its default settings.";
    }

    @Override
    public boolean isUsable() {
        try {
            LGBMBooster.loadNative();
            return LGBMBooster.isNativeLoaded();
        } catch (IOException | LinkageError absent) {
            return false;
        }
    }

    @Override
    public Learner learner(long seed) {
        return new LightGbm(seed);
    }

    @Override
    public NumberLearner numberLearner(long seed) {
        return new LightGbm(seed);
    }
}
