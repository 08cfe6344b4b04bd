package io.touchline.web.security;

import io.swagger.v3.oas.annotations.Hidden;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the login page; what it sends goes to {@link LoginForm}. There is none where no token is wanted. */
@Hidden
@RestController
@Conditional(TokenIsSet.class)
class LoginController {

    @GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    ResponseEntity<String> login(@Nullable Principal caller, @Nullable @RequestParam(required = false) String to) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(caller == null ? LoginPage.form("", to) : LoginPage.loggedIn());
    }
}
