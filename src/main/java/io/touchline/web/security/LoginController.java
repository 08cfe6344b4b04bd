package io.touchline.web.security;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the login page; what it sends goes to {@link LoginForm}. There is none where no token is wanted, see {@link TokenBeans}. */
@Hidden
@RestController
class LoginController {

    /** The form; or, for who has a session, which none has before a login, the way out of it. */
    @GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    ResponseEntity<String> login(HttpServletRequest request, @Nullable @RequestParam(required = false) String to) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(request.getSession(false) == null ? LoginPage.form("", to) : LoginPage.loggedIn());
    }
}
