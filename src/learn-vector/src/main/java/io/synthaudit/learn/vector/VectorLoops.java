package io.synthaudit.learn.vector;

import io.synthaudit.learn.tile.TileHits;
import io.synthaudit.learn.tile.TileKernel;
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

    /** One array per vector of rows, its columns one after the other: the loops then walk through memory in order. */
    static float[][] layOut(float[][] columns) {
        float[][] blocks = new float[TileKernel.ROWS / LANES][columns.length * LANES];
        for (int i = 0; i < blocks.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                System.arraycopy(columns[j], i * LANES, blocks[i], j * LANES, LANES);
            }
        }
        return blocks;
    }

    static void squares(float[][] tile, float[] q, int from, int to, TileHits hits) {
        float[] sums = hits.scratch(0);
        float l0 = hits.limit(0);
        float l1 = hits.limit(1);
        float l2 = hits.limit(2);
        float l3 = hits.limit(3);
        for (int i = from / LANES; i < to / LANES; i++) {
            float[] block = tile[i];
            FloatVector x = FloatVector.fromArray(SPECIES, block, 0);
            FloatVector d0 = x.sub(q[0]);
            FloatVector d1 = x.sub(q[1]);
            FloatVector d2 = x.sub(q[2]);
            FloatVector d3 = x.sub(q[3]);
            FloatVector s0 = d0.mul(d0);
            FloatVector s1 = d1.mul(d1);
            FloatVector s2 = d2.mul(d2);
            FloatVector s3 = d3.mul(d3);
            for (int j = 4, at = LANES; j < q.length; j += 4, at += LANES) {
                x = FloatVector.fromArray(SPECIES, block, at);
                d0 = x.sub(q[j]);
                d1 = x.sub(q[j + 1]);
                d2 = x.sub(q[j + 2]);
                d3 = x.sub(q[j + 3]);
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
                s0.intoArray(sums, 0);
                s1.intoArray(sums, LANES);
                s2.intoArray(sums, 2 * LANES);
                s3.intoArray(sums, 3 * LANES);
                nominate(sums, i * LANES, hits);
            }
        }
    }

    static void absolutes(float[][] tile, float[] q, int from, int to, TileHits hits) {
        float[] sums = hits.scratch(0);
        float l0 = hits.limit(0);
        float l1 = hits.limit(1);
        float l2 = hits.limit(2);
        float l3 = hits.limit(3);
        for (int i = from / LANES; i < to / LANES; i++) {
            float[] block = tile[i];
            FloatVector x = FloatVector.fromArray(SPECIES, block, 0);
            FloatVector s0 = x.sub(q[0]).abs();
            FloatVector s1 = x.sub(q[1]).abs();
            FloatVector s2 = x.sub(q[2]).abs();
            FloatVector s3 = x.sub(q[3]).abs();
            for (int j = 4, at = LANES; j < q.length; j += 4, at += LANES) {
                x = FloatVector.fromArray(SPECIES, block, at);
                s0 = s0.add(x.sub(q[j]).abs());
                s1 = s1.add(x.sub(q[j + 1]).abs());
                s2 = s2.add(x.sub(q[j + 2]).abs());
                s3 = s3.add(x.sub(q[j + 3]).abs());
            }
            if (s0.compare(VectorOperators.LE, l0)
                    .or(s1.compare(VectorOperators.LE, l1))
                    .or(s2.compare(VectorOperators.LE, l2))
                    .or(s3.compare(VectorOperators.LE, l3))
                    .anyTrue()) {
                s0.intoArray(sums, 0);
                s1.intoArray(sums, LANES);
                s2.intoArray(sums, 2 * LANES);
                s3.intoArray(sums, 3 * LANES);
                nominate(sums, i * LANES, hits);
            }
        }
    }

    /** Takes numbers, not vectors: where this is too rare to be compiled into the loop, vectors would become objects. */
    private static void nominate(float[] sums, int from, TileHits hits) {
        for (int q = 0; q < TileKernel.QUERIES; q++) {
            float limit = hits.limit(q);
            for (int lane = 0; lane < LANES; lane++) {
                float sum = sums[q * LANES + lane];
                if (sum <= limit) {
                    hits.add(q, from + lane, sum);
                }
            }
        }
    }
}
