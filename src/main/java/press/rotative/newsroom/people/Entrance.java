package press.rotative.newsroom.people;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.SessionCookie;
import press.rotative.people.signin.SignIn;
import press.rotative.people.signin.Stage;

/// Where somebody goes on who has come in by a link: to their second step, or into the newsroom.
@Singleton
final class Entrance {
    private final Screens screens;
    private final SessionCookie cookie;

    Entrance(Screens screens, SessionCookie cookie) {
        this.screens = screens;
        this.cookie = cookie;
    }

    Response after(SignIn.Step step) {
        return switch (step) {
            case SignIn.Step.Taken(Stage stage, String secret) ->
                Response.fromResponse(screens.to(place(stage)))
                        .cookie(cookie.holding(secret))
                        .build();
            case SignIn.Step.Wrong(), SignIn.Step.Over() -> screens.to("/newsroom/sign-in");
        };
    }

    private static String place(Stage stage) {
        return switch (stage) {
            case CODE -> "/newsroom/sign-in/code";
            case FACTOR -> "/newsroom/sign-in/factor";
            case IN -> "/newsroom";
        };
    }
}
