package io.touchline.web.live;

import io.touchline.convert.BadOptionException;
import io.touchline.csv.Found;
import io.touchline.web.Problem;
import io.touchline.web.ProblemException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.http.HttpStatus;

/** What calls about live books have in common. Static. */
final class Answers {

    private Answers() {}

    /** Waits for what the books answer, and fails as they do. */
    static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Refuses what can be no book's symbol. */
    static void checkName(String symbol) {
        if (!BookNames.isName(symbol)) {
            throw new BadOptionException("symbol", BookNames.EXPECTED, Found.text(symbol));
        }
    }

    static ProblemException unknownBook() {
        return new ProblemException(Problem.of(
                HttpStatus.NOT_FOUND,
                "unknown-book",
                "There is no such book",
                "no message made one of this symbol, or it was forgotten"));
    }
}
