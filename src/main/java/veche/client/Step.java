package veche.client;

/// What has to be done to come in.
sealed interface Step {

    /// Whoever sits here has to answer.
    ///
    /// @param hidden whether the answer is not shown as it is typed
    record Ask(Question asked, String question, boolean hidden) implements Step {}

    /// There is no way in.
    record Fail(Exit exit, Happening told) implements Step {
        static Fail of(Exit exit, String code, Object... arguments) {
            return new Fail(exit, Happening.Told.of(code, arguments));
        }
    }

    /// Everything is known.
    record Connect() implements Step {}
}
