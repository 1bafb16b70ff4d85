"""Opens layers in QGIS without a window, as a person adds them there, and writes what QGIS sees of each.

Usage: qgis_reads.py WORK SEEN, two JSON files. WORK has
  vectors  {name: [provider, source]}: layers with features
  raster   source of a grid
  tiles    {source, crs, box, pixels, picture, points}: vector tiles, drawn over the box into the file picture
SEEN has the same names; of tiles, whether something is painted at each point.
"""

import json
import os
import sys
import tempfile

os.environ["QT_QPA_PLATFORM"] = "offscreen"
PROFILE = tempfile.TemporaryDirectory()
os.environ["QGIS_CUSTOM_CONFIG_PATH"] = PROFILE.name

try:
    from qgis.core import (
        QgsApplication, QgsCoordinateReferenceSystem, QgsMapRendererParallelJob, QgsMapSettings, QgsRasterLayer,
        QgsRectangle, QgsVectorLayer, QgsVectorTileLayer, QgsWkbTypes)
    from qgis.PyQt.QtCore import QSize
    from qgis.PyQt.QtGui import QColor
except ImportError as missing:
    sys.exit(f"QGIS's Python is not installed ({missing}): apt-get install --no-install-recommends python3-qgis")

PAPER = QColor("white")
said = []  # by QGIS in its log


def refused():
    return {"valid": False, "said": said[-1] if said else ""}


def vector(provider, source):
    said.clear()
    layer = QgsVectorLayer(source, "layer", provider)
    if not layer.isValid():
        return refused()
    box = QgsRectangle()
    box.setMinimal()
    count = 0
    for feature in layer.getFeatures():
        count += 1
        box.combineExtentWith(feature.geometry().boundingBox())
    return {
        "valid": True,
        "count": count,
        "geometry": QgsWkbTypes.displayString(layer.wkbType()),
        "crs": layer.crs().authid(),
        "box": [box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()],
        "style": style(layer.renderer()),
    }


def style(renderer):
    if renderer is None or renderer.type() != "graduatedSymbol":
        return {"type": renderer and renderer.type()}
    return {
        "type": renderer.type(),
        "column": renderer.classAttribute(),
        "breaks": [each.lowerValue() for each in renderer.ranges()],
        "colours": [each.symbol().color().name() for each in renderer.ranges()],
    }


def raster(source):
    layer = QgsRasterLayer(source, "layer")
    if not layer.isValid():
        return refused()
    band = layer.dataProvider().bandStatistics(1)
    cell_km2 = layer.rasterUnitsPerPixelX() * layer.rasterUnitsPerPixelY() / 1e6
    return {"valid": True, "crs": layer.crs().authid(), "sum": band.sum, "max": band.maximumValue, "cell_km2": cell_km2}


def tiles(source, crs, box, pixels, picture, points):
    layer = QgsVectorTileLayer(source, "layer")
    if not layer.isValid():
        return refused()
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    settings.setOutputSize(QSize(pixels, pixels))
    settings.setExtent(QgsRectangle(*box))
    settings.setBackgroundColor(PAPER)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    image.save(picture)
    places = [settings.mapToPixel().transform(*point) for point in points]
    return {"valid": True, "painted": [image.pixelColor(int(at.x()), int(at.y())) != PAPER for at in places]}


def main(work_file, seen_file):
    QgsApplication.setPrefixPath("/usr", True)
    qgis = QgsApplication([], False)
    qgis.initQgis()
    QgsApplication.messageLog().messageReceived.connect(lambda text, *_: said.append(text))
    with open(work_file, encoding="utf-8") as file:
        work = json.load(file)
    seen = {
        "vectors": {name: vector(*opened) for name, opened in work["vectors"].items()},
        "raster": raster(work["raster"]),
        "tiles": tiles(**work["tiles"]),
    }
    with open(seen_file, "w", encoding="utf-8") as file:
        json.dump(seen, file)
    qgis.exitQgis()


main(*sys.argv[1:])
