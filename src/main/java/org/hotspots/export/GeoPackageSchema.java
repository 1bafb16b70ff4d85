package org.hotspots.export;

import java.util.List;

/** The tables that OGC 12-128r17 asks for, by its definitions, and the table of styles that QGIS reads. */
final class GeoPackageSchema {
    static final List<String> TABLES = List.of("""
            create table gpkg_spatial_ref_sys (
              srs_name text not null,
              srs_id integer primary key not null,
              organization text not null,
              organization_coordsys_id integer not null,
              definition text not null,
              description text)""", """
            create table gpkg_contents (
              table_name text primary key not null,
              data_type text not null,
              identifier text unique,
              description text default '',
              last_change datetime not null,
              min_x double, min_y double, max_x double, max_y double,
              srs_id integer,
              constraint fk_gc_r_srs_id foreign key (srs_id) references gpkg_spatial_ref_sys (srs_id))""", """
            create table gpkg_geometry_columns (
              table_name text not null,
              column_name text not null,
              geometry_type_name text not null,
              srs_id integer not null,
              z tinyint not null,
              m tinyint not null,
              constraint pk_geom_cols primary key (table_name, column_name),
              constraint uk_gc_table_name unique (table_name),
              constraint fk_gc_tn foreign key (table_name) references gpkg_contents (table_name),
              constraint fk_gc_srs foreign key (srs_id) references gpkg_spatial_ref_sys (srs_id))""", """
            create table gpkg_extensions (
              table_name text,
              column_name text,
              extension_name text not null,
              definition text not null,
              scope text not null,
              constraint ge_tce unique (table_name, column_name, extension_name))""", """
            create table gpkg_metadata (
              id integer primary key autoincrement not null,
              md_scope text not null default 'dataset',
              md_standard_uri text not null,
              mime_type text not null default 'text/xml',
              metadata text not null default '')""", """
            create table gpkg_metadata_reference (
              reference_scope text not null,
              table_name text,
              column_name text,
              row_id_value integer,
              timestamp datetime not null,
              md_file_id integer not null,
              md_parent_id integer,
              constraint crmr_mfi_fk foreign key (md_file_id) references gpkg_metadata (id),
              constraint crmr_mpi_fk foreign key (md_parent_id) references gpkg_metadata (id))""", """
            create table layer_styles (
              id integer primary key autoincrement not null,
              f_table_catalog text(256),
              f_table_schema text(256),
              f_table_name text(256),
              f_geometry_column text(256),
              styleName text(30),
              styleQML text,
              styleSLD text,
              useAsDefault boolean,
              description text,
              owner text(30),
              ui text(30),
              update_time datetime)""");

    private static final String WGS84 =
            "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,AUTHORITY[\"EPSG\",\"7030\"]],"
                    + "AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],"
                    + "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],AXIS[\"Latitude\",NORTH],"
                    + "AXIS[\"Longitude\",EAST],AUTHORITY[\"EPSG\",\"4326\"]]";

    private static final String BRITISH_NATIONAL_GRID =
            "PROJCS[\"OSGB36 / British National Grid\",GEOGCS[\"OSGB36\",DATUM[\"Ordnance_Survey_of_Great_Britain_1936\","
                    + "SPHEROID[\"Airy 1830\",6377563.396,299.3249646,AUTHORITY[\"EPSG\",\"7001\"]],"
                    + "AUTHORITY[\"EPSG\",\"6277\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],"
                    + "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],AUTHORITY[\"EPSG\",\"4277\"]],"
                    + "PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",49],"
                    + "PARAMETER[\"central_meridian\",-2],PARAMETER[\"scale_factor\",0.9996012717],"
                    + "PARAMETER[\"false_easting\",400000],PARAMETER[\"false_northing\",-100000],"
                    + "UNIT[\"metre\",1,AUTHORITY[\"EPSG\",\"9001\"]],AXIS[\"Easting\",EAST],AXIS[\"Northing\",NORTH],"
                    + "AUTHORITY[\"EPSG\",\"27700\"]]";

    /** Rows of gpkg_spatial_ref_sys; the standard asks for the first three in every file. */
    static final List<List<Object>> SYSTEMS = List.of(
            List.of("Undefined cartesian SRS", -1, "NONE", -1, "undefined", "undefined cartesian coordinates"),
            List.of("Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic coordinates"),
            List.of("WGS 84 geodetic", 4326, "EPSG", 4326, WGS84, "longitude and latitude in degrees"),
            List.of(
                    "OSGB36 / British National Grid",
                    27700,
                    "EPSG",
                    27700,
                    BRITISH_NATIONAL_GRID,
                    "easting and northing in metres"));

    private GeoPackageSchema() {}
}
