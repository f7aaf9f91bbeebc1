package press.rotative;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import java.util.List;

/// The compiled classes of the program, without its tests; read once a run. What they name of libraries is not
/// looked into.
public final class ProgramClasses {
    public static final JavaClasses ALL = read();

    private ProgramClasses() {}

    private static JavaClasses read() {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("press.rotative");
    }

    /// @return the classes that answer HTTP requests under an address
    public static List<JavaClass> resources() {
        return ALL.stream().filter(type -> type.isAnnotatedWith(Path.class)).toList();
    }
}
