package org.hotspots.hotspot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hotspots.geo.Bounds;
import org.hotspots.hotspot.Perturbation.Offset;
import org.hotspots.kernel.StudyCells;
import org.hotspots.stats.SeededRandom;

/**
 * How often each hotspot of a run is found again in resamples: events drawn with replacement from the run's, and each time
 * another of the 27 {@linkplain Perturbation perturbations}. A hotspot is found again where at least half of the events
 * drawn from it lie in groups among the k largest (ties included), k the number of the run's hotspots, at most
 * {@value #MOST_RANKS}.
 */
final class Resampling {
    private static final int MOST_RANKS = 50;
    private static final double BEYOND_REACH_SIGMAS = 12;

    /** Few, since each holds a surface. */
    private static final int LANES = 4;

    private final RunInput input;
    private final FoundHotspots found;
    private final EventDraw insideDraw;
    private final EventDraw aroundDraw;
    private final Events events;
    private final List<Frame> frames;

    /** The run's question, ground and cells under a perturbation. */
    private record Frame(RunInput input, Offset offset, StudyCells cells) {}

    Resampling(RunInput input, Events events, FoundHotspots found) {
        this.input = input;
        this.events = events;
        this.found = found;
        this.insideDraw = new EventDraw(events.inside());
        this.aroundDraw = new EventDraw(Events.within(events.around(), reach(input)));
        this.frames = frames(input, events);
    }

    /** Events farther around than any kernel reaches are not worth drawing. */
    private static Bounds reach(RunInput input) {
        double metres = BEYOND_REACH_SIGMAS * input.question().density().bandwidthMetres();
        return input.area().rasterGrid().bounds().grownBy(metres);
    }

    private static List<Frame> frames(RunInput input, Events events) {
        List<Perturbation> perturbations = Perturbation.all();
        List<Frame> moved = IntStream.range(0, Perturbation.OFFSETS)
                .parallel()
                .mapToObj(k -> moved(input, events, perturbations.get(k)))
                .toList();
        List<Frame> frames = new ArrayList<>();
        for (int k = 0; k < perturbations.size(); k++) {
            Frame ground = moved.get(k % Perturbation.OFFSETS);
            Question asked = input.question().withReach(perturbations.get(k).reach());
            frames.add(new Frame(ground.input.with(asked, ground.input.area()), ground.offset, ground.cells));
        }
        return frames;
    }

    private static Frame moved(RunInput input, Events events, Perturbation perturbation) {
        Offset offset = perturbation.offset(input);
        RunInput ground = input.with(input.question(), input.area().movedBy(offset.eastMetres(), offset.northMetres()));
        StudyCells cells = Surfaces.studyCells(ground, events.movedBy(offset));
        return new Frame(ground, offset, cells);
    }

    /** Per hotspot the number of replicates in which it is found again. Each has random numbers of its own. */
    int[] timesFound(int replicates) {
        int[][] lanes = new int[LANES][found.hotspots().size()];
        IntStream.range(0, LANES).parallel().forEach(lane -> {
            for (int replicate = lane; replicate < replicates; replicate += LANES) {
                addFound(replicate, lanes[lane]);
            }
        });
        int[] times = new int[found.hotspots().size()];
        for (int[] lane : lanes) {
            for (int hotspot = 0; hotspot < times.length; hotspot++) {
                times[hotspot] += lane[hotspot];
            }
        }
        return times;
    }

    private void addFound(int replicate, int[] times) {
        SeededRandom random = SeededRandom.stream(input.question().seed(), "resample " + replicate);
        Frame frame = frames.get(replicate % frames.size());
        EventDraw.Drawn inside = insideDraw.draw(random, frame.offset);
        EventDraw.Drawn around = aroundDraw.draw(random, frame.offset);
        Events drawn = new Events(events.selection(), inside.points(), around.points(), new int[0]);
        Trial.Groups groups = new Trial(frame.input, drawn, frame.cells).groups();
        double least = groups.leastOfTop(Math.min(times.length, MOST_RANKS));
        double[] drawnWeight = new double[times.length];
        double[] heldWeight = new double[times.length];
        for (int i = 0; i < inside.points().count(); i++) {
            int hotspot = found.hotspotOf()[inside.origin()[i]];
            if (hotspot >= 0) {
                double weight = inside.points().weights()[i];
                int group = groups.groupOf()[i];
                drawnWeight[hotspot] += weight;
                heldWeight[hotspot] += group >= 0 && groups.counts()[group] >= least ? weight : 0;
            }
        }
        for (int hotspot = 0; hotspot < times.length; hotspot++) {
            boolean again = drawnWeight[hotspot] > 0 && 2 * heldWeight[hotspot] >= drawnWeight[hotspot];
            times[hotspot] += again ? 1 : 0;
        }
    }
}
