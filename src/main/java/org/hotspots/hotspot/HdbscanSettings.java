package org.hotspots.hotspot;

/**
 * Settings of HDBSCAN, as a question has them.
 *
 * @param minPoints least events of a cluster
 * @param grainMetres places nearer than this are not told apart
 * @param timesMean a cluster has at least this many times the density of all the ground
 */
public record HdbscanSettings(int minPoints, double grainMetres, double timesMean) {}
