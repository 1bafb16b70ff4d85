package org.hotspots.hotspot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hotspots.geo.Bounds;
import org.hotspots.hotspot.Perturbation.Offset;
import org.hotspots.kernel.WeightedPoints;
import org.hotspots.question.Question;
import org.hotspots.snapshot.StudyArea;
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
    private final Events events;
    private final EventDraw insideDraw;
    private final EventDraw aroundDraw;
    private final List<Frame> frames;

    /** The run's question, ground and cells under a perturbation. */
    private record Frame(RunInput input, Offset offset, PatrollableCells ground) {}

    Resampling(RunInput input, Events events, FoundHotspots found) {
        this.input = input;
        this.found = found;
        this.events = events;
        this.insideDraw = new EventDraw(events.weighted(), events.inside().weights());
        this.aroundDraw = new EventDraw(events.around(), countsAround(input, events));
        this.frames = frames(input);
    }

    /** Events farther around than any kernel reaches are not worth drawing. */
    private static double[] countsAround(RunInput input, Events events) {
        double metres = BEYOND_REACH_SIGMAS * input.question().density().bandwidthMetres();
        Bounds reach = input.area().rasterGrid().bounds().grownBy(metres);
        double[] counts = events.selection().around().counts().clone();
        WeightedPoints around = events.around();
        for (int i = 0; i < around.count(); i++) {
            boolean felt = input.question().method().isDensity()
                    && reach.contains(around.eastings()[i], around.northings()[i]);
            counts[i] = felt ? counts[i] : 0;
        }
        return counts;
    }

    private static List<Frame> frames(RunInput input) {
        List<Perturbation> perturbations = Perturbation.all();
        WeightedPoints offences = PatrollableCells.offences(input);
        List<Frame> moved = IntStream.range(0, Perturbation.OFFSETS)
                .parallel()
                .mapToObj(k -> moved(input, offences, perturbations.get(k).offset(input)))
                .toList();
        List<Frame> frames = new ArrayList<>();
        for (int k = 0; k < perturbations.size(); k++) {
            Frame frame = moved.get(k % Perturbation.OFFSETS);
            Question asked = input.question().withReach(perturbations.get(k).reach());
            frames.add(new Frame(frame.input.with(asked, frame.input.area()), frame.offset, frame.ground));
        }
        return frames;
    }

    private static Frame moved(RunInput input, WeightedPoints offences, Offset offset) {
        StudyArea area = input.area().movedBy(offset.eastMetres(), offset.northMetres());
        RunInput moved = input.with(input.question(), area);
        return new Frame(moved, offset, PatrollableCells.of(moved, offset.move(offences), offset));
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
        EventDraw.Drawn inside = insideDraw.draw(random);
        EventDraw.Drawn around = aroundDraw.draw(random);
        Events drawn = events.replacedBy(
                frame.offset.move(inside.counted()),
                frame.offset.move(inside.weighted()),
                frame.offset.move(around.weighted()));
        Trial.Groups groups = new Trial(frame.input, drawn, frame.ground).groups();
        double least = groups.leastOfTop(Math.min(times.length, MOST_RANKS));
        double[] drawnEvents = new double[times.length];
        double[] heldEvents = new double[times.length];
        for (int i = 0; i < inside.counted().count(); i++) {
            int hotspot = found.hotspotOf()[inside.origin()[i]];
            if (hotspot >= 0) {
                double count = inside.counted().weights()[i];
                int group = groups.groupOf()[i];
                drawnEvents[hotspot] += count;
                heldEvents[hotspot] += group >= 0 && groups.weights()[group] >= least ? count : 0;
            }
        }
        for (int hotspot = 0; hotspot < times.length; hotspot++) {
            boolean again = drawnEvents[hotspot] > 0 && 2 * heldEvents[hotspot] >= drawnEvents[hotspot];
            times[hotspot] += again ? 1 : 0;
        }
    }
}
