package veche.config;

import java.util.List;
import veche.language.Language;
import veche.language.Phrases;

/// The settings cannot be used. Says everything that is wrong with them.
public final class ConfigException extends Exception {

    private final List<Words> problems;

    ConfigException(List<Words> problems) {
        super(String.join("\n", in(Language.ENGLISH, problems)));
        this.problems = List.copyOf(problems);
    }

    /// What is wrong, a sentence each, for the operator: which file and line, what is there, and
    /// what must be there. At least one.
    public List<String> problems(Language language) {
        return in(language, problems);
    }

    private static List<String> in(Language language, List<Words> problems) {
        var phrases = new Phrases("veche.config.phrases", language);
        return problems.stream().map(problem -> problem.in(phrases)).toList();
    }
}
