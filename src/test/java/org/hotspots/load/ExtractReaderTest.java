package org.hotspots.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotspots.load.ImportFixture.counts;
import static org.hotspots.load.ImportFixture.extract;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.load.ImportRequest.Overrides;
import org.hotspots.offence.AsbType;
import org.hotspots.offence.Channel;
import org.hotspots.offence.GeocodeClass;
import org.hotspots.offence.HateStrand;
import org.hotspots.offence.Offence;
import org.hotspots.offence.OffenceFlag;
import org.hotspots.offence.RecordKind;
import org.hotspots.offence.Setting;
import org.hotspots.offence.Source;
import org.hotspots.offence.Status;
import org.hotspots.offence.TimePrecision;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractReaderTest {
    @TempDir
    Path folder;

    private ImportFixture imports;

    @BeforeEach
    void emptyStore() {
        imports = new ImportFixture(folder);
    }

    @Test
    void everyColumnFindsItsPlace() {
        imports.overrides(new Overrides("Warwickshire Police", null, null)).run("""
                record_kind,crime_number,incident_number,recorded_at,occurred_from,occurred_to,ho_class,ho_subclass,\
                offence,knife_enabled,hate_strands,domestic_abuse,asb_type,easting,northing,geocode_class,uprn,location,\
                premises_type,setting,beat,channel,status,police_found,last_updated
                crime,23/1,INC9,2026-10-02T08:00,2026-10-01T22:00,2026-10-01T23:30,8,06,Assault with injury,Y,\
                race; religion,N,,450000.5,275000,uprn,100070000001,Mill Lane,Street,public_place,RB01,999,recorded,Y,\
                2026-10-03T09:00:15
                """);

        assertThat(imports.offences())
                .containsExactly(new Offence(
                        Source.FORCE_EXTRACT,
                        "Warwickshire Police",
                        RecordKind.CRIME,
                        "23/1",
                        "INC9",
                        Instant.parse("2026-10-02T07:00:00Z"),
                        Instant.parse("2026-10-01T21:00:00Z"),
                        Instant.parse("2026-10-01T22:30:00Z"),
                        TimePrecision.MINUTE,
                        "8",
                        "06",
                        "Assault with injury",
                        "",
                        true,
                        Set.of(HateStrand.RACE, HateStrand.RELIGION),
                        false,
                        null,
                        new BritishGridPoint(450000.5, 275000),
                        GeocodeClass.UPRN,
                        100070000001L,
                        "Mill Lane",
                        "",
                        "Street",
                        Setting.PUBLIC_PLACE,
                        "RB01",
                        Channel.EMERGENCY_999,
                        Status.RECORDED,
                        true,
                        Instant.parse("2026-10-03T08:00:15Z"),
                        Set.of()));
    }

    @Test
    void antiSocialBehaviourIsKnownByItsIncident() {
        imports.acceptQuarantine().run("""
                record_kind,crime_number,incident_number,recorded_at,easting,northing,asb_type,channel
                asb,,I1,2026-10-01,450000,275000,nuisance,101
                asb,C1,,2026-10-01,450000,275000,nuisance,online
                non_crime_hate,C2,I2,2026-10-01,450000,275000,,
                crime,,I3,2026-10-01,450000,275000,,
                """);

        assertThat(imports.offences())
                .extracting(Offence::kind)
                .containsExactlyInAnyOrder(RecordKind.ASB, RecordKind.NON_CRIME_HATE);
        Offence asb = imports.offences().stream()
                .filter(offence -> offence.kind() == RecordKind.ASB)
                .findFirst()
                .orElseThrow();
        assertThat(asb.crimeNumber()).isNull();
        assertThat(asb.incidentNumber()).isEqualTo("I1");
        assertThat(asb.asbType()).isEqualTo(AsbType.NUISANCE);
        assertThat(asb.channel()).isEqualTo(Channel.NON_EMERGENCY_101);
        assertThat(asb.category()).isEqualTo("Anti-social behaviour");
        assertThat(imports.rejected).extracting(Row.Rejected::reason).containsExactly("missing-value", "missing-value");
    }

    @ParameterizedTest
    @CsvSource({
        "knife_enabled, maybe",
        "hate_strands, race;martian",
        "domestic_abuse, true",
        "asb_type, noisy",
        "geocode_class, exact",
        "setting, street",
        "channel, pigeon",
        "status, open",
        "police_found, 1"
    })
    void aWordThatNobodyKnowsIsQuarantinedWithItsColumn(String column, String word) {
        imports.acceptQuarantine()
                .run(extract("easting,northing," + column, "450000,275000," + word, "450000,275000,"));

        assertThat(imports.rejected).extracting(Row.Rejected::reason).containsExactly("unknown-value");
        assertThat(imports.rejected.get(0).detail()).startsWith(column + "=").contains(": one of ");
        assertThat(imports.offences()).hasSize(1);
    }

    @Test
    void wordsAreReadWithoutRegardToCase() {
        imports.run(
                extract("easting,northing,knife_enabled,setting,hate_strands", "450000,275000,y,Public_Place,RACE"));

        Offence offence = imports.offences().get(0);
        assertThat(offence.knifeEnabled()).isTrue();
        assertThat(offence.setting()).isEqualTo(Setting.PUBLIC_PLACE);
        assertThat(offence.hateStrands()).containsExactly(HateStrand.RACE);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"8,06,false", "105,,false", "5D,1,false", "ZZ,06,true", "8,XX,true", ",,true"},
            nullValues = "none")
    void U40_codesOfNoKnownShapeAreStoredAndFlagged(String hoClass, String hoSubclass, boolean flagged) {
        String codes = (hoClass == null ? "" : hoClass) + "," + (hoSubclass == null ? "" : hoSubclass);
        ImportRecord record = imports.run(extract("easting,northing,ho_class,ho_subclass", "450000,275000," + codes));

        assertThat(imports.offences()).hasSize(1);
        assertThat(counts(record).flags().containsKey(OffenceFlag.UNKNOWN_CATEGORY.word()))
                .isEqualTo(flagged);
    }

    @Test
    void aBadUprnIsQuarantined() {
        imports.acceptQuarantine().run(extract("easting,northing,uprn", "450000,275000,1e11", "450000,275000,"));

        assertThat(imports.rejected).extracting(Row.Rejected::reason).containsExactly("not-a-number");
    }

    @ParameterizedTest
    @CsvSource({"'=HYPERLINK(1)'", "'+44'", "'-2+3'", "'@x'", "'\tx'", "' two spaces  '"})
    void U29_textIsStoredAsItStands(String text) {
        imports.run(extract("easting,northing,location", "450000,275000,\"" + text + "\""));

        assertThat(imports.offences()).extracting(Offence::location).containsExactly(text);
    }
}
