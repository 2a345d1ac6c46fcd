package io.synthaudit.learn.vector;

import com.google.auto.service.AutoService;
import io.synthaudit.learn.tile.TileHits;
import io.synthaudit.learn.tile.TileKernel;

/**
 * The loops of {@link TileKernel} in explicit vector instructions.
 *
 * <p>They need Java's incubating vector module: {@code --add-modules jdk.incubator.vector}. Without it this class loads all the
 * same, and says that it is of no use.
 */
@AutoService(TileKernel.class)
public final class VectorTileKernel implements TileKernel {

    private static final boolean USABLE =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() && VectorLoops.isWide();

    @Override
    public boolean isUsable() {
        return USABLE;
    }

    @Override
    public float[][] layOut(float[][] columns) {
        return VectorLoops.layOut(columns);
    }

    @Override
    public void squares(float[][] tile, float[] queries, int from, int to, TileHits hits) {
        VectorLoops.squares(tile, queries, from, to, hits);
    }

    @Override
    public void absolutes(float[][] tile, float[] queries, int from, int to, TileHits hits) {
        VectorLoops.absolutes(tile, queries, from, to, hits);
    }
}
