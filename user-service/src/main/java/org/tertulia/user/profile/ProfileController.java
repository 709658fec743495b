package org.tertulia.user.profile;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.pictures.OwnPictures;
import org.tertulia.starter.pictures.PictureRequest;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.security.CallerToken;
import org.tertulia.starter.web.IfMatch;
import reactor.core.publisher.Mono;

/** One person. The entity tag is the version of the profile. */
@RestController
@RequestMapping("/api/v1/users")
final class ProfileController {

    private final Profiles profiles;
    private final OwnPictures pictures;

    ProfileController(Profiles profiles, OwnPictures pictures) {
        this.profiles = profiles;
        this.pictures = pictures;
    }

    @GetMapping("/me")
    Mono<ResponseEntity<UserView>> me(Actor actor, CallerToken token) {
        return profiles.mine(actor, token).map(ProfileController::tagged);
    }

    @PutMapping("/me")
    Mono<ResponseEntity<UserView>> change(
            Actor actor,
            CallerToken token,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ChangeProfileRequest request) {
        var text = ProfileText.of(request.displayName(), request.bio());
        return profiles.change(actor, token, text, IfMatch.of(ifMatch))
                .map(ProfileController::tagged);
    }

    @PutMapping("/me/picture")
    Mono<ResponseEntity<UserView>> choosePicture(
            Actor actor,
            CallerToken token,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody PictureRequest request) {
        var id = request.mediaId();
        return pictures.require(actor, token, id)
                .then(
                        Mono.defer(
                                () ->
                                        profiles.changePicture(
                                                actor, token, id, IfMatch.of(ifMatch))))
                .map(ProfileController::tagged);
    }

    @DeleteMapping("/me/picture")
    Mono<ResponseEntity<UserView>> removePicture(
            Actor actor,
            CallerToken token,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        return profiles.changePicture(actor, token, null, IfMatch.of(ifMatch))
                .map(ProfileController::tagged);
    }

    @GetMapping("/{userId}")
    Mono<ResponseEntity<UserView>> read(@PathVariable UserId userId) {
        return profiles.find(userId).map(ProfileController::tagged);
    }

    private static ResponseEntity<UserView> tagged(Profile profile) {
        return ResponseEntity.ok().eTag(IfMatch.tag(profile.version())).body(UserView.of(profile));
    }
}
