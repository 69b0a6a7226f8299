package org.ximen;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;
import org.ximen.chat.planted.ForbiddenImport;

class ArchitectureTest {
    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.ximen");

    @Test
    void everyImportIsInTheTable() {
        assertThat(House.breaches(PRODUCT)).isEmpty();
    }

    @Test
    void aPlantedForbiddenImportIsFound() {
        var planted = new ClassFileImporter().importClasses(ForbiddenImport.class);
        assertThat(House.breaches(planted)).singleElement().asString().contains("Dialogue");
    }

    @Test
    void onlyTheModelsKnowTheLibraryThatSpeaksToThem() {
        var strangers =
                PRODUCT.stream()
                        .filter(type -> !type.getPackageName().startsWith("org.ximen.models"))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(each ->
                                each.getTargetClass()
                                        .getPackageName()
                                        .startsWith("dev.langchain4j"))
                        .map(Dependency::getDescription);
        assertThat(strangers).isEmpty();
    }

    @Test
    void noPackagesImportEachOtherInACircle() {
        SlicesRuleDefinition.slices()
                .matching("org.ximen.(*)..")
                .should()
                .beFreeOfCycles()
                .check(PRODUCT);
    }

    @Test
    void everyPackageIsInTheTableAndEveryRowHasItsPackage() {
        var packages =
                PRODUCT.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> name.startsWith("org.ximen."))
                        .map(name ->
                                name.substring("org.ximen.".length()).replaceFirst("\\..*", ""))
                        .distinct();
        assertThat(packages).containsExactlyInAnyOrderElementsOf(House.TABLE.keySet());
    }

    @Test
    void onlyTheRootReadsTheSystemClock() {
        var readers =
                PRODUCT.stream()
                        .flatMap(type -> type.getMethodCallsFromSelf().stream())
                        .filter(call -> call.getName().equals("now"))
                        .filter(call -> call.getTargetOwner().getPackageName().equals("java.time"))
                        .map(call -> call.getDescription());
        assertThat(readers).isEmpty();
    }
}
