package veche.web;

import java.util.function.Supplier;
import veche.config.Http;
import veche.file.Uploads;

/// What is needed to take files and to hand them out.
///
/// @param login finds out whose they are
/// @param phase whether anything is taken now
public record Hosting(Uploads uploads, Http settings, BasicLogin login, Supplier<Phase> phase) {}
