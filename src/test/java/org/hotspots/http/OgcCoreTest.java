package org.hotspots.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

/** The abstract tests of the core: OGC 17-069r4, annex A.2, but those of the parameters. */
@Covers("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core")
class OgcCoreTest extends OgcWorld {
    @Test
    @DisplayName("/ats/core/http")
    void speaksHttp() throws IOException {
        assertThat(wire.rawGet("/ogc").head()).startsWith("HTTP/1.1 200");
        HttpResponse<String> head = wire.send("HEAD", "/ogc/collections", BodyPublishers.noBody());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(wire.send("POST", "/ogc/collections", BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    @DisplayName("/ats/core/crs84")
    void answersInCrs84() {
        for (String collection : collections()) {
            HttpResponse<String> response = wire.get(ROOT + items(collection, "limit=20"));
            assertThat(response.headers().firstValue("Content-Crs")).contains("<" + CRS84 + ">");
            Envelope middle = new Envelope(-2.01, -1.84, 52.50, 52.70);
            for (JsonNode feature : Wire.json(response).get("features")) {
                assertThat(middle.contains(geometry(feature).getEnvelopeInternal()))
                        .as(feature.toString())
                        .isTrue();
            }
        }
    }

    @Test
    @DisplayName("/ats/core/root-op")
    void thereIsALandingPage() {
        assertThat(wire.get(ROOT).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("/ats/core/root-success")
    void theLandingPageLeadsEverywhere() {
        JsonNode root = ogc("");
        for (String relation : List.of("service-desc", "service-doc", "conformance", "data", "self", "alternate")) {
            assertThat(links(root, relation)).as(relation).hasSize(1);
            assertThat(follow(links(root, relation).get(0)).statusCode())
                    .as(relation)
                    .isEqualTo(200);
        }
    }

    @Test
    @DisplayName("/ats/core/api-definition-op and api-definition-success")
    void theContractIsWhereTheLandingPageSays() {
        for (String relation : List.of("service-desc", "service-doc")) {
            JsonNode link = links(ogc(""), relation).get(0);
            HttpResponse<String> contract = follow(link);
            assertThat(contract.statusCode()).isEqualTo(200);
            assertThat(contract.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith(link.get("type").asText());
        }
    }

    @Test
    @DisplayName("/ats/core/conformance-op and conformance-success")
    void conformanceIsDeclared() {
        List<String> classes = elements(ogc("/conformance").get("conformsTo")).stream()
                .map(JsonNode::asText)
                .toList();
        assertThat(classes)
                .contains("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core")
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("/ats/core/fc-md-op and fc-md-success")
    void collectionsAreListed() {
        JsonNode all = ogc("/collections");
        assertThat(links(all, "self")).hasSize(1);
        assertThat(links(all, "alternate")).hasSize(1);
        assertThat(texts(all.get("collections"), "id"))
                .contains(
                        "areas-district", "areas-town", "hotspots-knife", "hotspots-hate", "hotspots-asb", "cells-asb")
                .contains("clusters-knife", "offences-all")
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("/ats/core/fc-md-links, fc-md-items and fc-md-items-links")
    void everyCollectionLinksToItsFeaturesInEveryForm() {
        for (JsonNode collection : ogc("/collections").get("collections")) {
            List<JsonNode> items = links(collection, "items");
            assertThat(texts(Wire.json(items.toString()), "type")).containsExactly("application/geo+json", "text/html");
            for (JsonNode link : items) {
                HttpResponse<String> answer = follow(link);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                        .startsWith(link.get("type").asText());
            }
        }
    }

    @Test
    @DisplayName("/ats/core/fc-md-extent")
    void everyFeatureLiesInTheExtentAlsoWhereThereIsNone() {
        for (JsonNode collection : ogc("/collections").get("collections")) {
            JsonNode box = collection.at("/extent/spatial/bbox/0");
            Envelope extent = new Envelope(
                    box.get(0).asDouble(),
                    box.get(2).asDouble(),
                    box.get(1).asDouble(),
                    box.get(3).asDouble());
            assertThat(extent.getArea()).isPositive();
            // Cells reach over the force's edge by at most their diagonal: a place belongs to its cell's centre.
            boolean cells = collection.get("id").asText().startsWith("cells");
            extent.expandBy(cells ? 0.004 : 0);
            for (JsonNode feature : walk(collection.get("id").asText(), "limit=1000")) {
                assertThat(extent.contains(geometry(feature).getEnvelopeInternal()))
                        .as(feature.toString())
                        .isTrue();
            }
        }
        JsonNode interval = ogc("/collections/cells-asb").at("/extent/temporal/interval/0");
        assertThat(interval.get(0).asText()).isEqualTo("2025-03-01T00:00:00Z");
        assertThat(interval.get(1).asText()).isEqualTo("2026-02-28T23:59:59Z");
    }

    @Test
    @DisplayName("/ats/core/sfc-md-op and sfc-md-success")
    void aCollectionIsWhatTheListSays() {
        for (JsonNode listed : ogc("/collections").get("collections")) {
            JsonNode alone = ogc("/collections/" + listed.get("id").asText());
            for (String member : Set.of("id", "title", "description", "extent", "crs", "itemType", "storageCrs")) {
                assertThat(alone.get(member)).isEqualTo(listed.get(member));
            }
        }
        assertThat(wire.get(ROOT + "/collections/offences").statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("/ats/core/fc-op and fc-response")
    void everyCollectionHasFeaturesToAskFor() {
        for (String collection : collections()) {
            JsonNode page = ogc(items(collection, "limit=3"));
            assertThat(page.get("type").asText()).isEqualTo("FeatureCollection");
            assertThat(page.get("features").size()).isLessThanOrEqualTo(3);
        }
        assertThat(ids(walk("areas-district", "limit=1"))).containsExactly("north", "south");
    }

    @Test
    @DisplayName("/ats/core/fc-links")
    void aPageLinksToItselfItsOtherFormAndItsNeighbours() {
        JsonNode page = ogc(items("cells-all", "limit=10&offset=10"));
        for (String relation : List.of("self", "alternate", "next", "prev")) {
            assertThat(links(page, relation)).as(relation).hasSize(1);
            assertThat(follow(links(page, relation).get(0)).statusCode()).isEqualTo(200);
        }
        assertThat(Wire.json(follow(links(page, "prev").get(0))).get("features"))
                .isEqualTo(ogc(items("cells-all", "limit=10")).get("features"));
    }

    @Test
    @DisplayName("/ats/core/fc-timeStamp")
    void aPageTellsWhenItWasMade() {
        Instant made =
                Instant.parse(ogc(items("areas-town", "")).get("timeStamp").asText());
        assertThat(made).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
    }

    @Test
    @DisplayName("/ats/core/fc-numberMatched and fc-numberReturned")
    void pagesTellHowManyThereAre() {
        for (String collection : collections()) {
            JsonNode page = ogc(items(collection, "limit=7"));
            assertThat(page.get("numberReturned").asInt())
                    .isEqualTo(page.get("features").size());
            assertThat(ids(walk(collection, "limit=7")))
                    .hasSize(page.get("numberMatched").asInt())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    @DisplayName("/ats/core/f-op, f-success and f-links")
    void everyFeatureStandsAlone() {
        for (String collection : collections()) {
            for (JsonNode listed : ogc(items(collection, "limit=2")).get("features")) {
                JsonNode alone = ogc("/collections/" + collection + "/items/"
                        + listed.get("id").asText());
                for (String member : List.of("type", "id", "geometry", "properties")) {
                    assertThat(alone.get(member)).isEqualTo(listed.get(member));
                }
                for (String relation : List.of("self", "alternate", "collection")) {
                    assertThat(follow(links(alone, relation).get(0)).statusCode())
                            .isEqualTo(200);
                }
            }
        }
        assertThat(wire.get(ROOT + "/collections/areas-town/items/nowhere").statusCode())
                .isEqualTo(404);
    }
}
