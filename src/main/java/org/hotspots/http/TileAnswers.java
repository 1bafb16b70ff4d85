package org.hotspots.http;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.hotspots.geo.TileAddress;
import org.hotspots.hotspot.Run;
import org.hotspots.tile.CellTiles;
import org.hotspots.tile.CellVectorTiles;
import org.hotspots.tile.DensityTiles;
import org.hotspots.tile.TileSize;
import org.hotspots.tile.VectorTile;

/**
 * Answers requests for tiles of a run. The path parameters {@code z}, {@code x} and {@code y} say which tile; a y of a
 * picture may end with {@code @2x} for twice the pixels.
 */
public final class TileAnswers {
    public static final String PNG = "image/png";
    public static final String MVT = "application/vnd.mapbox-vector-tile";

    /** No sign, no leading zero, ASCII digits only: the number parsers of Java take more than that. */
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");

    private static final String DOUBLE = "@2x";

    private final CellVectorTiles vectorTiles = new CellVectorTiles();

    /** What tile pictures show. */
    public enum Picture {
        DENSITY,
        CELLS;

        private byte[] draw(Run run, Asked asked) {
            return switch (this) {
                case DENSITY -> DensityTiles.render(run, asked.tile(), asked.size());
                case CELLS -> CellTiles.render(run, asked.tile(), asked.size());
            };
        }
    }

    /**
     * A run whose name is known before it is computed.
     *
     * @param id its name
     * @param run finds or computes it
     * @param cacheControl how long a tile of this address stays the same, of {@link Answers}
     */
    public record Source(String id, Supplier<Run> run, String cacheControl) {}

    /** What a tile's address says. */
    private record Asked(TileAddress tile, TileSize size) {}

    /** 200 (a transparent picture where nothing is painted), 304; 404. */
    public static void picture(Context ctx, Source source, Picture picture) {
        Asked asked = asked(ctx, true);
        if (!Answers.isKnown(
                ctx, tag(source.id(), picture.name().toLowerCase(Locale.ROOT), asked), source.cacheControl())) {
            byte[] png = picture.draw(source.run().get(), asked);
            ctx.res().setContentType(PNG);
            ctx.result(png);
        }
    }

    /** The cells; 200, 204 where none is drawn, 304; 404. X-Truncated says whether cells were left out. */
    public void vector(Context ctx, Source source) {
        Asked asked = asked(ctx, false);
        if (Answers.isKnown(ctx, tag(source.id(), "mvt", asked), source.cacheControl())) {
            return;
        }
        Optional<VectorTile> tile = vectorTiles.render(source.run().get(), asked.tile());
        ctx.header(
                "X-Truncated",
                Boolean.toString(tile.filter(VectorTile::truncated).isPresent()));
        if (tile.filter(drawn -> drawn.features() > 0).isEmpty()) {
            ctx.status(204);
        } else {
            ctx.res().setContentType(MVT);
            ctx.result(tile.get().bytes());
        }
    }

    private static String tag(String runId, String layer, Asked asked) {
        TileAddress tile = asked.tile();
        return runId + "-" + layer + "-" + tile.z() + "-" + tile.x() + "-" + tile.y() + "-"
                + asked.size().pixels();
    }

    private static Asked asked(Context ctx, boolean mayBeDouble) {
        String y = ctx.pathParam("y");
        boolean isDouble = mayBeDouble && y.endsWith(DOUBLE);
        String row = isDouble ? y.substring(0, y.length() - DOUBLE.length()) : y;
        TileAddress tile = tile(ctx.pathParam("z"), ctx.pathParam("x"), row)
                .orElseThrow(() -> outOfRange(ctx.pathParam("z"), ctx.pathParam("x"), y));
        return new Asked(tile, isDouble ? TileSize.DOUBLE : TileSize.NORMAL);
    }

    private static ProblemException outOfRange(String z, String x, String y) {
        String address = Shown.value(z + "/" + x + "/" + y);
        String reason = address + ": z from 0 to " + TileAddress.MAX_ZOOM + ", x and y from 0 to 2^z - 1";
        return new ProblemException(ProblemType.TILE_OUT_OF_RANGE, reason, new Problem.Fault("path", "tile", reason));
    }

    private static Optional<TileAddress> tile(String z, String x, String y) {
        if (!isNumber(z) || !isNumber(x) || !isNumber(y)) {
            return Optional.empty();
        }
        int zoom = Integer.parseInt(z);
        int column = Integer.parseInt(x);
        int row = Integer.parseInt(y);
        return zoom > TileAddress.MAX_ZOOM || column >= 1 << zoom || row >= 1 << zoom
                ? Optional.empty()
                : Optional.of(new TileAddress(zoom, column, row));
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }
}
