package io.synthaudit.core.statistic;

/** Power sums of two columns; {@link #sum(int, int)} gives the sum of u^p v^q for p + q at most four. */
public final class MomentSums implements State<MomentSums> {

    private static final int ORDERS = 5;

    private final double centreX;
    private final double spreadX;
    private final double centreY;
    private final double spreadY;
    private final double[] sums = new double[ORDERS * ORDERS];
    private long rows;
    private long complete;

    MomentSums(double centreX, double spreadX, double centreY, double spreadY) {
        this.centreX = centreX;
        this.spreadX = spreadX;
        this.centreY = centreY;
        this.spreadY = spreadY;
    }

    void add(double x, double y) {
        rows++;
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return;
        }
        complete++;
        double u = (x - centreX) / spreadX;
        double v = (y - centreY) / spreadY;
        double uu = u * u;
        double vv = v * v;
        sums[1] += v;
        sums[2] += vv;
        sums[3] += vv * v;
        sums[4] += vv * vv;
        sums[5] += u;
        sums[6] += u * v;
        sums[7] += u * vv;
        sums[8] += u * vv * v;
        sums[10] += uu;
        sums[11] += uu * v;
        sums[12] += uu * vv;
        sums[15] += uu * u;
        sums[16] += uu * u * v;
        sums[20] += uu * uu;
    }

    @Override
    public MomentSums merge(MomentSums other) {
        MomentSums merged = new MomentSums(centreX, spreadX, centreY, spreadY);
        for (int i = 0; i < sums.length; i++) {
            merged.sums[i] = sums[i] + other.sums[i];
        }
        merged.rows = rows + other.rows;
        merged.complete = complete + other.complete;
        return merged;
    }

    @Override
    public long rows() {
        return rows;
    }

    /** Rows in which both cells are present. */
    public long complete() {
        return complete;
    }

    /** Sum of u^p v^q, u and v being the standardised cells; p + q at most four. */
    public double sum(int p, int q) {
        return p == 0 && q == 0 ? complete : sums[p * ORDERS + q];
    }

    /** Central moment E (u - mean u)^p (v - mean v)^q over the complete rows; p + q at most four. */
    public double central(int p, int q) {
        double mu = sum(1, 0) / complete;
        double mv = sum(0, 1) / complete;
        double total = 0;
        for (int i = 0; i <= p; i++) {
            for (int j = 0; j <= q; j++) {
                double sign = ((p - i + q - j) & 1) == 0 ? 1 : -1;
                double weight = choose(p, i) * choose(q, j) * sign;
                total += weight * sum(i, j) / complete * power(mu, p - i) * power(mv, q - j);
            }
        }
        return total;
    }

    private static double power(double base, int exponent) {
        double result = 1;
        for (int i = 0; i < exponent; i++) {
            result *= base;
        }
        return result;
    }

    private static double choose(int n, int k) {
        double result = 1;
        for (int i = 0; i < k; i++) {
            result = result * (n - i) / (i + 1);
        }
        return result;
    }
}
