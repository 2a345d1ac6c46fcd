package io.synthaudit.learn.vector;

import io.synthaudit.learn.tile.TileHits;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Four queries at once against one vector of base rows after another, all sums in registers.
 *
 * <p>The form matters: with two queries at once, or with the first column added to zero, JDK 25 has been seen to fall back to
 * code ten times slower. The benchmarks hold a floor for both releases.
 */
final class VectorLoops {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorLoops() {}

    /** Whether vectors have at least four lanes, and ranges of 64 rows whole numbers of vectors. */
    static boolean isWide() {
        return LANES >= 4 && LANES <= 64;
    }

    static void squares(float[][] tile, float[][] queries, int from, int to, TileHits hits) {
        float[] first = tile[0];
        float[] q = queries[0];
        float l0 = hits.limit(0);
        float l1 = hits.limit(1);
        float l2 = hits.limit(2);
        float l3 = hits.limit(3);
        for (int i = from; i < to; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, first, i);
            FloatVector d0 = x.sub(q[0]);
            FloatVector d1 = x.sub(q[1]);
            FloatVector d2 = x.sub(q[2]);
            FloatVector d3 = x.sub(q[3]);
            FloatVector s0 = d0.mul(d0);
            FloatVector s1 = d1.mul(d1);
            FloatVector s2 = d2.mul(d2);
            FloatVector s3 = d3.mul(d3);
            for (int j = 1; j < tile.length; j++) {
                x = FloatVector.fromArray(SPECIES, tile[j], i);
                float[] r = queries[j];
                d0 = x.sub(r[0]);
                d1 = x.sub(r[1]);
                d2 = x.sub(r[2]);
                d3 = x.sub(r[3]);
                s0 = d0.fma(d0, s0);
                s1 = d1.fma(d1, s1);
                s2 = d2.fma(d2, s2);
                s3 = d3.fma(d3, s3);
            }
            if (s0.compare(VectorOperators.LE, l0)
                    .or(s1.compare(VectorOperators.LE, l1))
                    .or(s2.compare(VectorOperators.LE, l2))
                    .or(s3.compare(VectorOperators.LE, l3))
                    .anyTrue()) {
                nominate(0, s0, i, hits);
                nominate(1, s1, i, hits);
                nominate(2, s2, i, hits);
                nominate(3, s3, i, hits);
            }
        }
    }

    static void absolutes(float[][] tile, float[][] queries, int from, int to, TileHits hits) {
        float[] first = tile[0];
        float[] q = queries[0];
        float l0 = hits.limit(0);
        float l1 = hits.limit(1);
        float l2 = hits.limit(2);
        float l3 = hits.limit(3);
        for (int i = from; i < to; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, first, i);
            FloatVector s0 = x.sub(q[0]).abs();
            FloatVector s1 = x.sub(q[1]).abs();
            FloatVector s2 = x.sub(q[2]).abs();
            FloatVector s3 = x.sub(q[3]).abs();
            for (int j = 1; j < tile.length; j++) {
                x = FloatVector.fromArray(SPECIES, tile[j], i);
                float[] r = queries[j];
                s0 = s0.add(x.sub(r[0]).abs());
                s1 = s1.add(x.sub(r[1]).abs());
                s2 = s2.add(x.sub(r[2]).abs());
                s3 = s3.add(x.sub(r[3]).abs());
            }
            if (s0.compare(VectorOperators.LE, l0)
                    .or(s1.compare(VectorOperators.LE, l1))
                    .or(s2.compare(VectorOperators.LE, l2))
                    .or(s3.compare(VectorOperators.LE, l3))
                    .anyTrue()) {
                nominate(0, s0, i, hits);
                nominate(1, s1, i, hits);
                nominate(2, s2, i, hits);
                nominate(3, s3, i, hits);
            }
        }
    }

    private static void nominate(int query, FloatVector sums, int from, TileHits hits) {
        float limit = hits.limit(query);
        float[] scratch = hits.scratch();
        sums.intoArray(scratch, 0);
        for (int lane = 0; lane < LANES; lane++) {
            if (scratch[lane] <= limit) {
                hits.add(query, from + lane, scratch[lane]);
            }
        }
    }
}
