package veche.config;

import veche.name.CaseMapping;

/// What people and channels can be called.
///
/// @param casemapping which names there are, and which of them are the same
public record Names(CaseMapping casemapping) {

    static Names from(Section section) {
        return new Names(section.choice("casemapping", CaseMapping.class));
    }
}
