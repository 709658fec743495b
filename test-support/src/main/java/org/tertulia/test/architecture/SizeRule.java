package org.tertulia.test.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * {@link ArchitectureRule#SIZE}. A file's lines are all of its lines; a method's are those of its body that hold code,
 * so that neither a comment nor a blank line is ever saved on. Records may have as many components as there is data:
 * theirs have names where they are used.
 */
final class SizeRule {

    private static final int FILE_LINES = 300;
    private static final int METHOD_LINES = 25;
    private static final int CONSTRUCTOR_PARAMETERS = 7;

    private SizeRule() {}

    static Stream<Violation> check(Codebase codebase) {
        var folder = codebase.sources().resolve(codebase.root().replace('.', '/'));
        try (var files = Files.walk(folder)) {
            var sources = files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
            return Stream.concat(longFiles(sources), longMembers(sources)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("No sources of " + codebase.root(), e);
        }
    }

    private static Stream<Violation> longFiles(List<Path> sources) {
        return sources.stream()
                .filter(file -> lines(file).size() > FILE_LINES)
                .map(
                        file ->
                                new Violation(
                                        ArchitectureRule.SIZE,
                                        typeOf(file),
                                        "has %d lines".formatted(lines(file).size())));
    }

    private static Stream<Violation> longMembers(List<Path> sources) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    _ -> {},
                                    null,
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources));
            var positions = Trees.instance(task).getSourcePositions();
            var found = new ArrayList<Violation>();
            for (var unit : task.parse()) {
                new Members(unit, positions, found).scan(unit, null);
            }
            return found.stream();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String typeOf(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    /** Looks at the methods and constructors of one file. */
    private static final class Members extends TreeScanner<@Nullable Void, @Nullable Tree> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Violation> found;
        private final String type;
        private final List<String> lines;

        private Members(
                CompilationUnitTree unit, SourcePositions positions, List<Violation> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
            var file = Path.of(unit.getSourceFile().toUri());
            this.type = typeOf(file);
            this.lines = lines(file);
        }

        @Override
        public @Nullable Void visitClass(ClassTree node, @Nullable Tree owner) {
            return super.visitClass(node, node);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Tree owner) {
            var length = length(method);
            if (length > METHOD_LINES) {
                add(method, "has %d lines of code".formatted(length));
            }
            var parameters = method.getParameters().size();
            if (isConstructor(method, owner) && parameters > CONSTRUCTOR_PARAMETERS) {
                add(method, "has %d parameters".formatted(parameters));
            }
            return super.visitMethod(method, owner);
        }

        private static boolean isConstructor(MethodTree method, @Nullable Tree owner) {
            return method.getName().contentEquals("<init>")
                    && owner != null
                    && owner.getKind() != Tree.Kind.RECORD;
        }

        private void add(MethodTree method, String message) {
            var name =
                    method.getName().contentEquals("<init>") ? "new" : method.getName().toString();
            found.add(new Violation(ArchitectureRule.SIZE, type + "." + name, message));
        }

        private long length(MethodTree method) {
            var body = method.getBody();
            if (body == null) {
                return 0;
            }
            var first = line(positions.getStartPosition(unit, body));
            var last = line(positions.getEndPosition(unit, body));
            return lines.subList(first - 1, last).stream().filter(Members::isCode).count();
        }

        private int line(long position) {
            return Math.toIntExact(unit.getLineMap().getLineNumber(position));
        }

        private static boolean isCode(String line) {
            var text = line.strip();
            return !text.isEmpty()
                    && !text.startsWith("//")
                    && !text.startsWith("/*")
                    && !text.startsWith("*");
        }
    }
}
