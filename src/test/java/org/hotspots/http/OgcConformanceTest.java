package org.hotspots.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is declared is what is tested. */
class OgcConformanceTest extends OgcWorld {
    private static final List<Class<?>> TESTS =
            List.of(OgcCoreTest.class, OgcQueryTest.class, OgcFormsTest.class, OgcCrsTest.class, OgcTilesTest.class);

    private static Set<String> covered() {
        return TESTS.stream()
                .flatMap(test -> Stream.concat(Stream.of(test), Arrays.stream(test.getDeclaredClasses())))
                .filter(test -> test.isAnnotationPresent(Covers.class))
                .filter(OgcConformanceTest::carriesOutAbstractTests)
                .map(test -> test.getAnnotation(Covers.class).value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean carriesOutAbstractTests(Class<?> test) {
        return Arrays.stream(test.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> method.getAnnotation(DisplayName.class))
                .anyMatch(name -> name != null && name.value().matches("/(ats|conf)/.*"));
    }

    @Test
    void theDeclaredClassesAreThoseWithTests() {
        List<String> declared = elements(ogc("/conformance").get("conformsTo")).stream()
                .map(JsonNode::asText)
                .toList();
        assertThat(declared).containsExactlyInAnyOrderElementsOf(covered());
    }
}
