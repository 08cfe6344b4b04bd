package io.touchline.web.page;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the page. */
@Hidden
@RestController
class PageController {

    private static final String HIDDEN_LOGOUT = "action=\"logout\" hidden";
    private static final String SHOWN_LOGOUT = "action=\"logout\"";

    private final PageFiles files;

    PageController(PageFiles files) {
        this.files = files;
    }

    /** The document, asked for anew each time it is shown; with the way out for who has logged in. */
    @GetMapping(
            path = {"/", "/index.html"},
            produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    ResponseEntity<String> page(HttpServletRequest request) {
        boolean loggedIn = request.getSession(false) != null;
        String document = files.document();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(files.version() + (loggedIn ? "-in" : ""))
                .body(loggedIn ? document.replace(HIDDEN_LOGOUT, SHOWN_LOGOUT) : document);
    }
}
