package org.hotspots.kernel;

/** The Gaussian's sums: for each point the profile across and the profile up, multiplied over a circle of cells. */
final class GaussianRows {
    /** Rows summed together, so that the profile across is read once for all of them. */
    private static final int ROWS = 4;

    private final RowSorted points;
    private final double sigmaCells;
    private final double reachCells;
    private final double scale;
    private final double[] values;

    /** {@code exp(-k^2 / (2 s^2))} for k = 0, 1, ... cells. */
    private final double[] fromCentre;

    /**
     * @param sigmaCells standard deviation in cells
     * @param scale the kernel's value at its centre
     * @param values what is added to, by rows
     */
    GaussianRows(RowSorted points, double sigmaCells, double scale, double[] values) {
        this.points = points;
        this.sigmaCells = sigmaCells;
        this.reachCells = Density.GAUSSIAN_REACH_SIGMAS * sigmaCells;
        this.scale = scale;
        this.values = values;
        this.fromCentre = new double[(int) reachCells + 2 + ROWS];
        for (int k = 0; k < fromCentre.length; k++) {
            fromCentre[k] = StrictMath.exp(-k * (double) k / (2 * sigmaCells * sigmaCells));
        }
    }

    /** Sets rows [fromRow, toRow). */
    void sum(int fromRow, int toRow) {
        int columns = points.grid.columns();
        int groups = (toRow - fromRow + ROWS - 1) / ROWS;
        double[][] lines = new double[groups * ROWS][columns];
        double[] profileAcross = new double[columns];
        double[] heights = new double[groups * ROWS];
        int end = points.endReaching(toRow, reachCells);
        for (int i = points.firstReaching(fromRow, reachCells); i < end; i++) {
            double up = points.up[i] - fromRow;
            int first = Math.max((int) Math.ceil(up - reachCells), 0);
            int last = Math.min((int) Math.floor(up + reachCells), toRow - fromRow - 1);
            if (first <= last) {
                profile(points.across[i], 1, profileAcross);
                profile(up, points.weights[i] * scale, heights);
                addRows(new Point(points.across[i], up, profileAcross, heights), first, last, lines);
            }
        }
        for (int row = fromRow; row < toRow; row++) {
            System.arraycopy(lines[row - fromRow], 0, values, row * columns, columns);
        }
    }

    /** A point in cells from the band's south-west centre, with its profiles by column and by row of the band. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Point(double across, double up, double[] profileAcross, double[] heights) {}

    /**
     * Sets {@code profile[k]} to {@code height exp(-(k - position)^2 / (2 s^2))} for the whole numbers k around the
     * position, as far as they have room in the array. With position = c + x, c whole, and m = k - c that is
     * {@code exp(-m^2/2s^2) exp(x/s^2)^m exp(-x^2/2s^2)}: a table times a power, which keeps the rounding error below the
     * number of factors, some 50 units in the last place at 10 cells a sigma, without an exponential for each cell.
     */
    private void profile(double position, double height, double[] profile) {
        int centre = (int) Math.rint(position);
        double x = position - centre;
        double step = StrictMath.exp(x / (sigmaCells * sigmaCells));
        double back = 1 / step;
        double east = height * StrictMath.exp(-x * x / (2 * sigmaCells * sigmaCells));
        double west = east;
        for (int m = 0; m < fromCentre.length; m++) {
            if (centre + m >= 0 && centre + m < profile.length) {
                profile[centre + m] = east * fromCentre[m];
            }
            if (centre - m >= 0 && centre - m < profile.length) {
                profile[centre - m] = west * fromCentre[m];
            }
            east *= step;
            west *= back;
        }
    }

    /** Adds a point to the rows first to last, in whole groups, each group as wide as its row nearest to the point. */
    private void addRows(Point point, int first, int last, double[][] lines) {
        int columns = point.profileAcross.length;
        for (int row = first - first % ROWS; row <= last; row += ROWS) {
            double north = Math.max(Math.max(row - point.up, point.up - (row + ROWS - 1)), 0);
            double half = Math.sqrt(Math.max(reachCells * reachCells - north * north, 0));
            int west = Math.max((int) Math.ceil(point.across - half), 0);
            int end = Math.min((int) Math.floor(point.across + half), columns - 1) + 1;
            addSpans(lines, row, west, end, point.heights, point.profileAcross);
        }
    }

    /** The hot loop ({@code DensityBenchmark}): equal indices in all arrays, or the compiler makes no vectors of it. */
    private static void addSpans(
            double[][] lines, int row, int west, int end, double[] heights, double[] profileAcross) {
        double[] line0 = lines[row];
        double[] line1 = lines[row + 1];
        double[] line2 = lines[row + 2];
        double[] line3 = lines[row + 3];
        double height0 = heights[row];
        double height1 = heights[row + 1];
        double height2 = heights[row + 2];
        double height3 = heights[row + 3];
        for (int column = west; column < end; column++) {
            double profile = profileAcross[column];
            line0[column] += height0 * profile;
            line1[column] += height1 * profile;
            line2[column] += height2 * profile;
            line3[column] += height3 * profile;
        }
    }
}
