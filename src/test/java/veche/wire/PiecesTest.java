package veche.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PiecesTest {

    private static final String FAMILY = "👩‍👩‍👧";

    @Test
    void whatFitsIsOnePiece() {
        assertThat(Pieces.of("", 4)).containsExactly("");
        assertThat(Pieces.of("чай!", 7)).containsExactly("чай!");
    }

    @Test
    void aPieceEndsAfterASpace() {
        assertThat(Pieces.of("one two three", 10)).containsExactly("one two ", "three");
    }

    @Test
    void aSpaceNearTheBeginningMakesNoShortPiece() {
        assertThat(Pieces.of("a bcdefghijkl", 10)).containsExactly("a bcdefghi", "jkl");
    }

    @Test
    void aCharacterStaysWhole() {
        assertThat(Pieces.of("чай", 5)).containsExactly("ча", "й");
        assertThat(Pieces.of("abc🍵", 6)).containsExactly("abc", "🍵");
        assertThat(Pieces.of("abe\u0301", 4)).containsExactly("ab", "e\u0301");
        assertThat(Pieces.of("ab " + "\u0301cd", 4)).containsExactly("ab", " \u0301c", "d");
        assertThat(Pieces.of("a" + FAMILY, 18)).containsExactly("a", FAMILY);
        assertThat(Pieces.of("🇸🇪🇫🇮", 15)).containsExactly("🇸🇪", "🇫🇮");
    }

    @Test
    void aCharacterThatIsLongerThanAPieceIsCut() {
        assertThat(Pieces.of("e" + "\u0301".repeat(4), 5))
                .containsExactly("e\u0301\u0301", "\u0301\u0301");
    }

    @Test
    void aPieceHasRoomForAnyCodePoint() {
        assertThatThrownBy(() -> Pieces.of("a", 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
