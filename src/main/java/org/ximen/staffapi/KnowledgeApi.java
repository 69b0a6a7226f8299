package org.ximen.staffapi;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.ximen.knowledge.Import;
import org.ximen.knowledge.Library;
import org.ximen.sources.Sources;

/** What came into the knowledge base from files and from the web, over HTTP. */
@RestController
@RequestMapping("/api/staff/knowledge")
public final class KnowledgeApi {
    private final Library library;
    private final Sources sources;

    public KnowledgeApi(Library library, Sources sources) {
        this.library = library;
        this.sources = sources;
    }

    @GetMapping("/imports")
    List<Import> imports() {
        return Stream.concat(library.imports().stream(), sources.imports().stream()).toList();
    }
}
