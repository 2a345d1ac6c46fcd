package io.synthaudit.learn.lightgbm;

import com.microsoft.ml.lightgbm.SWIGTYPE_p_double;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_int;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_long_long;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_p_void;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_void;
import com.microsoft.ml.lightgbm.lightgbmlib;
import com.microsoft.ml.lightgbm.lightgbmlibConstants;
import io.synthaudit.learn.model.Design;

/**
 * A fitted model as text: natives are held while it predicts and no longer, and threads share nothing.
 *
 * <p>lightgbm4j's own call for many rows holds two numbers a row and no more, so that with three classes LightGBM writes beyond
 * them and the Java machine falls; so LightGBM is called here without it.
 *
 * @param text LightGBM's own format
 * @param outputs numbers that it says of a row
 * @param importance gain of each feature
 */
record Trees(String text, int outputs, double[] importance) {

    /** What it says of the rows, all numbers of a row together. */
    double[] predict(Design design) {
        Cells cells = Cells.of(design);
        SWIGTYPE_p_void booster = load();
        try {
            return predict(booster, cells);
        } finally {
            lightgbmlib.LGBM_BoosterFree(booster);
        }
    }

    private SWIGTYPE_p_void load() {
        SWIGTYPE_p_p_void handle = lightgbmlib.new_voidpp();
        SWIGTYPE_p_int rounds = lightgbmlib.new_intp();
        try {
            check(lightgbmlib.LGBM_BoosterLoadModelFromString(text, rounds, handle));
            return lightgbmlib.voidpp_value(handle);
        } finally {
            lightgbmlib.delete_intp(rounds);
            lightgbmlib.delete_voidpp(handle);
        }
    }

    private double[] predict(SWIGTYPE_p_void booster, Cells cells) {
        int numbers = Math.multiplyExact(cells.rows(), outputs);
        SWIGTYPE_p_double in = lightgbmlib.new_doubleArray(cells.values().length);
        SWIGTYPE_p_double out = lightgbmlib.new_doubleArray(numbers);
        SWIGTYPE_p_long_long length = lightgbmlib.new_int64_tp();
        try {
            for (int i = 0; i < cells.values().length; i++) {
                lightgbmlib.doubleArray_setitem(in, i, cells.values()[i]);
            }
            check(lightgbmlib.LGBM_BoosterPredictForMat(
                    booster,
                    lightgbmlib.double_to_voidp_ptr(in),
                    lightgbmlibConstants.C_API_DTYPE_FLOAT64,
                    cells.rows(),
                    cells.columns(),
                    0,
                    lightgbmlibConstants.C_API_PREDICT_NORMAL,
                    0,
                    -1,
                    "num_threads=1",
                    length,
                    out));
            double[] all = new double[numbers];
            for (int i = 0; i < numbers; i++) {
                all[i] = lightgbmlib.doubleArray_getitem(out, i);
            }
            return all;
        } finally {
            lightgbmlib.delete_doubleArray(in);
            lightgbmlib.delete_doubleArray(out);
            lightgbmlib.delete_int64_tp(length);
        }
    }

    private static void check(int result) {
        if (result != 0) {
            throw new IllegalStateException("LightGBM could not predict");
        }
    }
}
