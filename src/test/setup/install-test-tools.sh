#!/bin/sh
# Makes sure that the tests have a PostgreSQL with PostGIS, Chromium with its driver, and two map programs that read what
# the server tells: GDAL, and QGIS as a Python module (the largest: 930 MB, of which 195 MB come over the wire).
# Installs them where it may (Debian or Ubuntu, as root or by sudo without a password);
# elsewhere says what to install, and fails. Nothing is skipped in silence.
set -eu

has_postgis() {
    for control in /usr/share/postgresql/*/extension/postgis.control \
        /usr/local/share/postgresql*/extension/postgis.control \
        /opt/homebrew/share/postgresql*/extension/postgis.control; do
        [ -e "$control" ] && return 0
    done
    command -v pg_config >/dev/null 2>&1 && [ -e "$(pg_config --sharedir)/extension/postgis.control" ]
}

has_chromium() {
    command -v chromium >/dev/null 2>&1 && command -v chromedriver >/dev/null 2>&1
}

has_gdal() {
    for program in ogrinfo ogr2ogr gdalinfo; do
        command -v $program >/dev/null 2>&1 || return 1
    done
}

# The module belongs to the system's own Python, whichever stands first on the path.
has_qgis() {
    [ -d /usr/lib/python3/dist-packages/qgis ]
}

missing=""
has_postgis || missing="postgresql postgresql-postgis"
has_chromium || missing="$missing chromium chromium-driver fonts-dejavu-core"
has_gdal || missing="$missing gdal-bin"
has_qgis || missing="$missing python3-qgis"
[ -n "$missing" ] || exit 0

privileged=""
if [ "$(id -u)" != 0 ]; then
    if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        privileged="sudo -n"
    else
        privileged="none"
    fi
fi

if ! command -v apt-get >/dev/null 2>&1 || [ "$privileged" = none ]; then
    echo "The tests need PostgreSQL with PostGIS, Chromium with chromedriver, GDAL, and QGIS for Python." >&2
    echo "Missing here, by their Debian names: $missing" >&2
    echo "Install them (as root: apt-get install --no-install-recommends $missing), then run mvn verify again." >&2
    exit 1
fi

echo "Installing for the tests: $missing"
$privileged apt-get -q update
# shellcheck disable=SC2086 # the list and the prefix are words, not one argument
$privileged env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install $missing
# The package starts a cluster of its own, which the tests do not use and must not disturb.
has_postgis && has_chromium && has_gdal && has_qgis
