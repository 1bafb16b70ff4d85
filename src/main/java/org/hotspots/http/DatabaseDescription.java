package org.hotspots.http;

/**
 * The database in words, for the page.
 *
 * @param postgis whether it has PostGIS
 * @param kind such as "private cluster, installed PostgreSQL 15"; without host or password
 */
public record DatabaseDescription(boolean postgis, String kind) {}
