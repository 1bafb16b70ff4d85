package org.hotspots.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hotspots.load.ImportFixture.utf8;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.offence.Channel;
import org.hotspots.offence.HateStrand;
import org.hotspots.offence.Offence;
import org.hotspots.offence.OffenceFlag;
import org.hotspots.offence.RecordKind;
import org.hotspots.offence.Setting;
import org.hotspots.offence.Status;
import org.hotspots.offence.TimePrecision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileFileTest {
    @Test
    void profilesAreFoundByName() {
        assertThat(ProfileFile.find("police-uk")).contains(Profile.POLICE_UK);
        assertThat(ProfileFile.find("force-extract")).contains(Profile.FORCE_EXTRACT);
        assertThat(ProfileFile.find("athena-example")).map(Profile::force).contains("Warwickshire Police");
        assertThat(ProfileFile.find("nobody")).isEmpty();
        assertThat(ProfileFile.find("../profiles/athena-example")).isEmpty();
    }

    @Test
    void theShippedExampleReadsAnExtractInAForcesOwnWords(@TempDir Path folder) {
        String text = """
                Crime No,Incident Ref,Date Recorded,Committed From,Committed To,HO Class,HO Sub Class,Offence Title,\
                Knife Crime Flag,Hate Crime Keywords,DA Flag,Grid E,Grid N,Geocode Level,Location Street,Premises Type,\
                Public Private,Beat Code,How Reported,Crime Status,Police Generated,Last Modified,Victim Name
                23/0001/26,I77,02/10/2026 08:15,01/10/2026 00:00,02/10/2026 07:30,8,06,Assault,YES,Racial;Homophobic,No,\
                450000,275000,Address,Rue de l'Étang,Street,Public,RB1,999 Call,Live,No,03/10/2026 10:00:00,Jane Roe
                23/0002/26,,02/10/2026 08:15,01/10/2026,,8,06,Assault,No,,No,\
                429120,268900,Street,HQ,Police Station,Private,RB1,Web,No Crime,Yes,03/10/2026 10:00:00,Jane Roe
                """;
        ImportFixture imports = new ImportFixture(folder)
                .profile(ProfileFile.find("athena-example").orElseThrow());

        ImportRecord record = imports.run(text.getBytes(Charset.forName("windows-1252")));

        assertThat(record.state()).as("%s", record.problem()).isEqualTo(ImportState.COMMITTED);
        assertThat(record.profile()).isEqualTo("athena-example");
        assertThat(record.ignoredColumns()).containsExactly("Victim Name");
        Offence first = imports.offences().get(0);
        assertThat(first.force()).isEqualTo("Warwickshire Police");
        assertThat(first.kind()).isEqualTo(RecordKind.CRIME);
        assertThat(first.crimeNumber()).isEqualTo("23/0001/26");
        assertThat(first.knifeEnabled()).isTrue();
        assertThat(first.hateStrands()).containsExactlyInAnyOrder(HateStrand.RACE, HateStrand.SEXUAL_ORIENTATION);
        assertThat(first.recordedAt()).isEqualTo(Instant.parse("2026-10-02T07:15:00Z"));
        assertThat(first.timePrecision()).isEqualTo(TimePrecision.DAY);
        assertThat(first.flags()).containsExactly(OffenceFlag.TIME_UNKNOWN);
        assertThat(first.point()).isEqualTo(new BritishGridPoint(450000, 275000));
        assertThat(first.location()).isEqualTo("Rue de l'Étang");
        assertThat(first.channel()).isEqualTo(Channel.EMERGENCY_999);
        Offence second = imports.offences().get(1);
        assertThat(second.flags()).containsExactlyInAnyOrder(OffenceFlag.TIME_UNKNOWN, OffenceFlag.DEFAULT_LOCATION);
        assertThat(second.setting()).isEqualTo(Setting.DWELLING);
        assertThat(second.channel()).isEqualTo(Channel.ONLINE);
        assertThat(second.status()).isEqualTo(Status.CANCELLED);
        assertThat(second.policeFound()).isTrue();
    }

    @Test
    void everyFaultOfAProfileIsTold() {
        byte[] json = utf8("""
                {
                  "name": "My Profile",
                  "format": "niche",
                  "colums": {},
                  "columns": {"crime_no": "Crime No", "crime_number": []},
                  "values": {"knife_enabled": {}},
                  "date_formats": {"recorded_at": "MM/yyyy", "occurred_from": "bogus"},
                  "crs": "EPSG:3857",
                  "charset": "ebcdic",
                  "default_locations": [{"name": "HQ", "easting": 1, "northing": 1}]
                }
                """);

        assertThatThrownBy(() -> ProfileFile.parse(json)).isInstanceOfSatisfying(ImportException.class, e -> {
            assertThat(e.problem().slug()).isEqualTo("invalid-profile");
            assertThat(e.problem().errors())
                    .extracting(ImportProblem.Fault::name)
                    .containsExactly(
                            "colums",
                            "format",
                            "columns.crime_no",
                            "columns.crime_number",
                            "values.knife_enabled",
                            "date_formats.recorded_at",
                            "date_formats.occurred_from",
                            "name",
                            "crs",
                            "charset",
                            "default_locations[0]");
        });
    }

    @Test
    void whatIsNoJsonIsNoProfile() {
        assertThatThrownBy(() -> ProfileFile.parse(utf8("{\"name\": ")))
                .isInstanceOf(ImportException.class)
                .hasMessageStartingWith("invalid-profile");
        assertThatThrownBy(() -> ProfileFile.parse(utf8("[]")))
                .isInstanceOf(ImportException.class)
                .hasMessageStartingWith("invalid-profile");
    }
}
