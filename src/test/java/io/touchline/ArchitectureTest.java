package io.touchline;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between the packages, all one way. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("__")) // what the last build wrote for the start
            .importPackages("io.touchline");

    /** What a package may use beside itself, Java and the annotations of null; a list of ours is separated by blanks. */
    @ParameterizedTest
    @CsvSource({
        "book, ''",
        "journal, ''",
        "feed, book",
        "csv, feed book com.opencsv",
        "binary, feed book",
        "convert, csv feed book tools.jackson",
        "live, journal binary csv feed book",
        "topic, live binary csv feed book",
        "gateway, topic live binary csv feed book tools.jackson org.slf4j org.apache.kafka org.springframework.kafka",
        "generate, csv feed book",
        "demo, live generate feed book",
        "cli, convert generate csv feed book org.apache.commons.cli"
    })
    void packageUsesOnlyWhatStandsBelowIt(String user, String used) {
        Stream<String> own = Stream.of("java..", "org.jspecify..", packages(user));
        Stream<String> below = used.isEmpty() ? Stream.of() : Stream.of(used.split(" "));
        String[] allowed =
                Stream.concat(own, below.map(ArchitectureTest::packages)).toArray(String[]::new);

        classes()
                .that()
                .resideInAPackage(packages(user))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed))
                .check(CLASSES);
    }

    @Test
    void conversionsKnowNothingOfJsonButWhereReportsAreKept() {
        DescribedPredicate<JavaClass> keeps = nameStartingWith("io.touchline.convert.ConversionStore")
                .or(nameStartingWith("io.touchline.convert.ReportJson"))
                .forSubtype();

        noClasses()
                .that()
                .resideInAPackage("io.touchline.convert..")
                .and(DescribedPredicate.not(keeps))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tools.jackson..")
                .check(CLASSES);
    }

    @Test
    void webUsesNeitherTheCommandLineNorTheConfiguration() {
        noClasses()
                .that()
                .resideInAPackage("io.touchline.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.touchline.cli..", "io.touchline.config..", "io.touchline.generate..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "cli", "config"})
    void nothingUsesTheEdgesButTheMainClassAndTheConfiguration(String edge) {
        DescribedPredicate<JavaClass> may =
                resideInAnyPackage(packages(edge), "io.touchline.config..").or(name("io.touchline.Touchline"));

        noClasses()
                .that(DescribedPredicate.not(may))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(packages(edge))
                .check(CLASSES);
    }

    @Test
    void noPackagesDependOnEachOther() {
        slices().matching("io.touchline.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyPackageSaysThatNothingInItIsNull() {
        List<JavaPackage> unmarked = CLASSES.getPackage("io.touchline").getSubpackagesInTree().stream()
                .filter(each -> !each.getClasses().isEmpty())
                .filter(each -> !each.isAnnotatedWith(NullMarked.class))
                .toList();

        assertThat(unmarked).isEmpty();
        assertThat(CLASSES.getPackage("io.touchline").isAnnotatedWith(NullMarked.class))
                .isTrue();
    }

    /** The full name of a package of ours, or one of a library, with all packages in it. */
    private static String packages(String name) {
        return name.contains(".") ? name + ".." : "io.touchline." + name + "..";
    }
}
