package veche.app;

import picocli.CommandLine.IVersionProvider;

/// What `--version` says.
final class VersionLine implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"Veche " + Version.number() + ", on Java " + Runtime.version()};
    }
}
