package io.synthaudit.learn.tile;

import java.util.ServiceLoader;

/** The loops to be had in this Java machine. */
public final class TileKernels {

    /** Below so many terms the plain loops are done before others are compiled. */
    private static final long WORTH = 500_000_000L;

    private static final TileKernel PLAIN = new PlainTileKernel();

    private TileKernels() {}

    /** Plain Java. */
    public static TileKernel plain() {
        return PLAIN;
    }

    /** The first service that works here, else plain Java. What is found with them is the same. */
    public static TileKernel fastest() {
        return Fastest.KERNEL;
    }

    /** The loops for work of a size. */
    public static TileKernel of(long queries, long rows, long columns) {
        return queries * rows >= WORTH / Math.max(1, columns) ? fastest() : PLAIN;
    }

    private static final class Fastest {

        static final TileKernel KERNEL =
                ServiceLoader.load(TileKernel.class, TileKernel.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(TileKernel::isUsable)
                        .findFirst()
                        .orElse(PLAIN);
    }
}
