package org.ximen;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * Finds a class of the packaged product in the jars that hold its package. The loader that comes
 * with the packaging asks two hundred jars one after the other, which is a third of a start.
 */
final class PackageIndexLoader extends URLClassLoader {
    /** What stands in an address as it is. */
    private static final Pattern PLAIN = Pattern.compile("[\\w$./-]+");

    private static final String VERSIONS = "META-INF/versions/";

    static {
        registerAsParallelCapable();
    }

    private final Map<String, List<Part>> folders = new HashMap<>();

    private PackageIndexLoader(URL[] urls, ClassLoader parent) throws IOException {
        super(urls, parent);
        for (var url : urls) {
            var part = Part.at(url);
            for (var folder : part.folders()) {
                folders.computeIfAbsent(folder, f -> new ArrayList<>(1)).add(part);
            }
        }
    }

    /**
     * A loader of the same classes, by an index if they are in jars within a jar; otherwise the
     * same loader.
     *
     * @throws IOException where a jar cannot be read
     */
    static ClassLoader like(ClassLoader loader) throws IOException {
        return loader instanceof URLClassLoader packaged
                ? new PackageIndexLoader(packaged.getURLs(), packaged.getParent())
                : loader;
    }

    /** One jar on the class path. */
    private record Part(URL url, JarFile jar, CodeSource source) {
        static Part at(URL url) throws IOException {
            var jar = ((JarURLConnection) url.openConnection()).getJarFile();
            return new Part(url, jar, new CodeSource(url, (CodeSigner[]) null));
        }

        Set<String> folders() {
            var folders = new HashSet<String>();
            for (var entries = jar.entries(); entries.hasMoreElements(); ) {
                folders.add(folder(unversioned(entries.nextElement().getName())));
            }
            return folders;
        }

        URL at(String name) {
            try {
                return new URL(url, name);
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(name, e);
            }
        }
    }

    private static String unversioned(String name) {
        int end = name.startsWith(VERSIONS) ? name.indexOf('/', VERSIONS.length()) : -1;
        return name.substring(end + 1);
    }

    private static String folder(String name) {
        int last = name.lastIndexOf('/', name.length() - 2);
        return last < 0 ? "" : name.substring(0, last);
    }

    private List<Part> parts(String name) {
        return folders.getOrDefault(folder(name), List.of());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        var path = name.replace('.', '/') + ".class";
        for (var part : parts(path)) {
            var entry = part.jar().getJarEntry(path);
            if (entry != null) {
                return define(name, part, entry);
            }
        }
        throw new ClassNotFoundException(name);
    }

    private Class<?> define(String name, Part part, JarEntry entry) throws ClassNotFoundException {
        try (var in = part.jar().getInputStream(entry)) {
            var bytes = in.readAllBytes();
            announce(name.substring(0, Math.max(0, name.lastIndexOf('.'))), part);
            return defineClass(name, bytes, 0, bytes.length, part.source());
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private void announce(String name, Part part) throws IOException {
        if (getDefinedPackage(name) != null) {
            return;
        }
        try {
            var manifest = part.jar().getManifest();
            if (manifest == null) {
                definePackage(name, null, null, null, null, null, null, null);
            } else {
                definePackage(name, manifest, part.url());
            }
        } catch (IllegalArgumentException e) {
            // Another thread was first.
            if (getDefinedPackage(name) == null) {
                throw e;
            }
        }
    }

    @Override
    public URL findResource(String name) {
        if (!PLAIN.matcher(name).matches()) {
            return super.findResource(name);
        }
        for (var part : parts(name)) {
            if (part.jar().getEntry(name) != null) {
                return part.at(name);
            }
        }
        return null;
    }

    @Override
    public Enumeration<URL> findResources(String name) throws IOException {
        if (!PLAIN.matcher(name).matches()) {
            return super.findResources(name);
        }
        var found = new LinkedHashSet<URL>();
        for (var part : parts(name)) {
            if (part.jar().getEntry(name) != null) {
                found.add(part.at(name));
            }
        }
        return Collections.enumeration(found);
    }
}
