package org.hotspots.offence;

/**
 * Whose record an offence is: known also where it has no location.
 *
 * @param force the force, as its records or their import call it; may be blank
 * @param name the beat that the record names, which need be no area that is loaded; may be blank
 */
public record Beat(String force, String name) {}
