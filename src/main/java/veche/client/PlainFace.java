package veche.client;

import java.io.PrintStream;

/// Plain lines on standard output, for scripts and for reading along: what is said, and nothing
/// else. What the client itself has to say goes to standard error.
final class PlainFace implements Face {

    private final PrintStream out;
    private final PrintStream error;
    private final Words words;
    private final boolean isQuiet;
    private final Runnable nobodyReads;

    /// @param isQuiet whether nothing of what is said is printed
    /// @param nobodyReads called when the output is closed
    PlainFace(
            PrintStream out,
            PrintStream error,
            Words words,
            boolean isQuiet,
            Runnable nobodyReads) {
        this.out = out;
        this.error = error;
        this.words = words;
        this.isQuiet = isQuiet;
        this.nobodyReads = nobodyReads;
    }

    @Override
    public void show(Happening happening) {
        switch (happening) {
            case Happening.Told(var code, _) when code.equals("welcome") -> {}
            case Happening.Told _, Happening.Answer _ ->
                    error.println("veche: " + words.text(happening));
            case Happening.Spoke _ when !isQuiet -> print(words.text(happening));
            default -> {}
        }
    }

    private void print(String line) {
        out.println(line);
        if (out.checkError()) {
            nobodyReads.run();
        }
    }

    @Override
    public void prompt(Prompt prompt) {}

    @Override
    public void completions(Completions completions) {}
}
