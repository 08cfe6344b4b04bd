package io.touchline.web.page;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the page and the README. */
@Hidden
@RestController
class PageController {

    private static final String HIDDEN_LOGOUT = "action=\"logout\" hidden";
    private static final String SHOWN_LOGOUT = "action=\"logout\"";

    private static final String HTML = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";

    private final PageFiles files;
    private final ReadmePage readme;

    PageController(PageFiles files, ReadmePage readme) {
        this.files = files;
        this.readme = readme;
    }

    /** The document, asked for anew each time it is shown; with the way out for who has logged in. */
    @GetMapping(
            path = {"/", "/index.html"},
            produces = HTML)
    ResponseEntity<String> page(HttpServletRequest request) {
        boolean loggedIn = request.getSession(false) != null;
        String document = files.document();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(files.version() + (loggedIn ? "-in" : ""))
                .body(loggedIn ? document.replace(HIDDEN_LOGOUT, SHOWN_LOGOUT) : document);
    }

    @GetMapping(path = "/readme", produces = HTML)
    ResponseEntity<String> readme() throws IOException {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(readme.html());
    }
}
