package org.hotspots.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything that can be wrong with a request, by a stable word. Each has a page of its own at {@code /problems/<slug>},
 * which is what the {@code type} of a problem points to.
 */
public enum ProblemType {
    INVALID_PARAMETER(
            400,
            "A parameter is not valid",
            "A value is outside its allowed range or is not one of the allowed words. The errors name each parameter,"
                    + " the value that came and the rule it breaks."),
    UNKNOWN_PARAMETER(
            400,
            "A parameter is not known",
            "Unknown names are refused rather than passed over: a misspelt filter would otherwise answer a wider"
                    + " question than the one that was meant."),
    DUPLICATED_PARAMETER(
            400,
            "A parameter is given twice",
            "Each parameter may be given once, since two values leave it open which is meant."),
    MALFORMED_ENCODING(
            400,
            "The address is not valid UTF-8",
            "Addresses and parameters are percent-encoded UTF-8 without control characters. A plus sign stands for a"
                    + " space: write a plus as %2B."),
    MALFORMED_PATH(
            400,
            "The address is not filled in",
            "A part of the address still holds a place-holder such as {z}, or a character that no address has."),
    MALFORMED_REQUEST(
            400, "The request is not valid HTTP", "The server could not read the request and closed the connection."),
    MALFORMED_JSON(
            400, "The body is not valid JSON", "The body must be one JSON object. The detail names line and column."),
    CROSS_SITE_REQUEST(
            403,
            "Another site sent this request",
            "Requests that change something are taken only from pages of this server, or from programs that are not"
                    + " browsers."),
    NOT_FOUND(404, "There is nothing here", "No page and no resource has this address."),
    RUN_NOT_FOUND(
            404,
            "There is no such run",
            "Runs are kept as their questions. This one was never asked here: ask the question."),
    AREAS_NOT_LOADED(
            404,
            "No such areas are loaded",
            "The data of this run have no areas of this kind. Load them from a boundary file and ask the question again."),
    NO_HOTSPOTS(
            404,
            "The run has no hotspots",
            "Where events lie as chance would lay them, or a method finds no place, none is named and there is nothing"
                    + " to brief. The detail says which; repeat locations or a longer period may help."),
    IMPORT_NOT_FOUND(404, "There is no such import", "No import has this id."),
    EXPORT_NOT_FOUND(
            404,
            "There is no such export",
            "Exports are forgotten when the server stops, or when many newer ones were asked for: ask again, or take"
                    + " the file at the run's own address."),
    BACKTEST_NOT_FOUND(
            404,
            "There is no such back-test",
            "None was made of this theme and area: the command backtest makes them."),
    TILE_OUT_OF_RANGE(
            404,
            "There is no such tile",
            "Tiles are counted from 0: zoom from 0 to 19, column and row below two to the power of the zoom, written"
                    + " in plain digits without leading zeros."),
    METHOD_NOT_ALLOWED(
            405, "This address does not take that method", "The Allow header lists the methods that it takes."),
    NOT_ACCEPTABLE(
            406,
            "There is no such representation",
            "The Accept header allows no media type that this address answers with."),
    REQUEST_TIMEOUT(
            408, "The request came too slowly", "The connection was closed so that others are not kept waiting."),
    IMPORT_IN_PROGRESS(
            409,
            "Another import is running",
            "One import runs at a time. The Location header names the one that is running."),
    EXPORT_NOT_READY(
            409,
            "The file is not ready",
            "The export is still being written, or has failed: its own address says which."),
    IMPORT_ENDED(409, "The import has ended", "Only an import that has not ended can be cancelled."),
    RUN_OF_OTHER_PROGRAM(
            410,
            "Another version of the program made this run",
            "The program may compute figures differently since, so it does not show others under the run's name. Ask the question"
                    + " anew: POST it to /api/v1/runs, as the detail has it."),
    VERSION_GONE(
            410,
            "These data are no longer kept",
            "The address is of a version of the data that was published and is no longer kept: ask the question again, of the"
                    + " data that there are."),
    TOO_LARGE(
            413,
            "The body is too large",
            "The detail names the limit. Larger files can be loaded from the command line."),
    URI_TOO_LONG(
            414, "The address is too long", "The address and its parameters are limited to a few thousand characters."),
    UNSUPPORTED_MEDIA_TYPE(
            415, "This media type is not taken", "The detail lists the media types that this address takes."),
    RANGE_NOT_SATISFIABLE(
            416, "The file has no such part", "The Range header asks for bytes behind the end of the file."),
    MISDIRECTED_REQUEST(
            421,
            "This server does not go by that name",
            "The server listens on this machine only, and answers requests that name it as localhost, 127.0.0.1 or"
                    + " [::1]."),
    CONTENT_MISMATCH(
            415,
            "The file is not what it says it is",
            "The first bytes of the file are those of another kind of file, such as a picture or a spreadsheet. Save"
                    + " it as CSV, or pack CSV files with gzip or zip."),
    NO_ROWS(422, "The file has no rows", "The file is empty or has only a header. Nothing was stored."),
    UNDETECTABLE_ENCODING(
            422,
            "The text encoding cannot be told",
            "The file is neither UTF-8 nor marked as UTF-16. Save it as UTF-8, or name its encoding with charset."),
    ENCODING_ERROR(
            422,
            "The file is not in its encoding",
            "Some bytes are not characters in the file's encoding; the detail gives line and byte. Save it as UTF-8,"
                    + " or name its encoding with charset."),
    DELIMITER(422, "The columns cannot be told apart", "No delimiter makes the header one that the profile knows."),
    MISSING_COLUMNS(
            422,
            "Columns are missing",
            "The errors name the columns that the profile needs and those that were found."),
    DUPLICATE_COLUMN(
            422,
            "A column stands twice in the header",
            "Each column may stand once, since two leave it open which is meant."),
    TOO_MANY_COLUMNS(422, "The file has too many columns", "The detail names the limit."),
    TRUNCATED_ARCHIVE(422, "The archive is cut short", "The file ends before the archive does. Send it again."),
    CORRUPT_ARCHIVE(422, "The archive is damaged", "The archive's checksum or structure is wrong. Make it again."),
    ENCRYPTED_ARCHIVE(
            422, "The archive is encrypted", "Archives with a password are not read. Pack the files without one."),
    TOO_MANY_ENTRIES(422, "The archive has too many files", "The detail names the limit."),
    NESTED_ARCHIVE(422, "There is an archive within the archive", "Pack the CSV files themselves."),
    UNSAFE_ENTRY_NAME(
            422,
            "A name in the archive is not safe",
            "Names in an archive are plain relative paths without links. Names are never used as paths here."),
    DECOMPRESSED_TOO_LARGE(413, "The archive unpacks to too much", "The detail names the limit on size or on ratio."),
    DUPLICATE_MONTH(
            422,
            "One month of one force stands in two files",
            "An import replaces a force's month as a whole, so it may stand in one file only."),
    MALFORMED_CSV(
            422,
            "The file is not valid CSV",
            "A quoted field is not closed, or text follows a closing quote; the detail gives the line."),
    UNREADABLE_FILE(422, "The file cannot be read", "The detail says why. Nothing was stored."),
    INVALID_REQUEST(422, "The import is not described rightly", "The errors name each option and what it may be."),
    INVALID_PROFILE(422, "The profile is not valid", "The errors name each fault of the mapping profile."),
    SPOOL_GONE(409, "The files of the import are gone", "They were not kept until the review. Import them again."),
    NOT_IN_REVIEW(409, "The import awaits no review", "Only an import that needs review can be accepted."),
    IMPORT_FAILED(500, "The import failed", "The fault is on the server; its log has the details. Nothing was stored."),
    UNKNOWN_PROFILE(
            400,
            "There is no such profile",
            "A profile says how a file is read: police-uk, force-extract, or a mapping profile of this server."),
    REFUSED_DATA(
            422, "The database refuses these data", "A value is outside what the database holds. Nothing was stored."),
    UNUSABLE_AREAS(422, "The areas cannot be loaded", "The errors name each fault. Nothing was changed."),
    HEADERS_TOO_LARGE(431, "The headers are too large", "The headers are limited to a few thousand characters."),
    INTERNAL_ERROR(
            500,
            "Something went wrong here",
            "The fault is on the server. Its log has the details under the request's id."),
    OVERLOADED(
            503,
            "The server is busy",
            "Too many questions are being answered at once. The Retry-After header says when to ask again."),
    UNAVAILABLE(
            503,
            "The data are not available at the moment",
            "The server cannot reach its database, or is still reading from it. The Retry-After header says when to"
                    + " ask again."),
    QUERY_TIMEOUT(
            504,
            "The answer took too long",
            "The question was given up after its time limit. A smaller area or larger cells are quicker."),
    STORAGE_FULL(507, "The storage is full", "Nothing was stored. Reading still works.");

    private final int status;
    private final String title;
    private final String explanation;

    ProblemType(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    /** The problem of this slug, if it is one that this program knows. */
    static Optional<ProblemType> find(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** What it means and what to do, for the page. */
    String explanation() {
        return explanation;
    }
}
