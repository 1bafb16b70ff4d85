package org.hotspots;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Dependencies between packages point one way, as the architecture page draws them. */
class ArchitectureTest {
    private static final String ROOT = "org.hotspots.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.hotspots");

    private static final Map<String, String> ARROWS = Map.ofEntries(
            Map.entry("wording", ""),
            Map.entry("geo", ""),
            Map.entry("stats", ""),
            Map.entry("kernel", "geo stats"),
            Map.entry("offence", "geo wording"),
            Map.entry("area", "geo wording"),
            Map.entry("load", "offence area geo"),
            Map.entry("snapshot", "kernel offence area geo wording"),
            Map.entry("search", "snapshot offence area geo"),
            Map.entry("question", "snapshot kernel offence area geo"),
            Map.entry("hotspot", "question snapshot kernel stats offence area geo wording"),
            Map.entry("backtest", "hotspot question snapshot kernel stats offence area geo wording"),
            Map.entry("tile", "hotspot question snapshot kernel geo"),
            Map.entry("brief", "hotspot question snapshot kernel stats offence area geo wording"),
            Map.entry("export", "hotspot question snapshot kernel offence area geo wording"),
            Map.entry("store", "backtest hotspot snapshot load kernel stats offence area geo wording"),
            Map.entry("sample", "load stats offence area geo"),
            Map.entry(
                    "http",
                    "brief export backtest tile store sample search hotspot question snapshot load kernel stats offence area geo wording"));

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("org.hotspots.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @TestFactory
    Stream<DynamicTest> aPackageDependsOnlyOnThoseBelowIt() {
        return ARROWS.entrySet().stream()
                .map(arrow -> DynamicTest.dynamicTest(arrow.getKey(), () -> {
                    String[] allowed = Stream.concat(
                                    Stream.of(arrow.getKey()),
                                    Arrays.stream(arrow.getValue().split(" ")))
                            .filter(name -> !name.isEmpty())
                            .map(name -> ROOT + name + "..")
                            .toArray(String[]::new);
                    classes()
                            .that()
                            .resideInAPackage(ROOT + arrow.getKey() + "..")
                            .should()
                            .onlyDependOnClassesThat(
                                    not(resideInAPackage("org.hotspots..")).or(resideInAnyPackage(allowed)))
                            .check(CLASSES);
                }));
    }

    @Test
    void theStandardInterfaceIsJoinedOnInOnePlace() {
        noClasses()
                .that()
                .resideInAPackage("org.hotspots.http")
                .and()
                .doNotHaveSimpleName("WebServer")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.hotspots.http.ogc")
                .check(CLASSES);
    }
}
