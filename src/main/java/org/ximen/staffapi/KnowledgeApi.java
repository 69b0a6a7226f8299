package org.ximen.staffapi;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.ximen.knowledge.Import;
import org.ximen.knowledge.Library;

/** The files of the knowledge base, over HTTP. */
@RestController
@RequestMapping("/api/staff/knowledge")
public final class KnowledgeApi {
    private final Library library;

    public KnowledgeApi(Library library) {
        this.library = library;
    }

    @GetMapping("/imports")
    List<Import> imports() {
        return library.imports();
    }
}
