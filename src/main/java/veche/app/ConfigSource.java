package veche.app;

import veche.config.Config;
import veche.config.ConfigException;

/// Where the settings come from. They can be read again.
@FunctionalInterface
interface ConfigSource {

    /// Reads them.
    ///
    /// @throws ConfigException if they are wrong
    Config load() throws ConfigException;
}
