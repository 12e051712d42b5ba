package veche.console;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import veche.certificate.BadCertificate;
import veche.certificate.Certificates;

/// `certificates`: who the server says it is to clients that come by TLS.
@Command(name = "certificates")
public final class CertificatesCommand implements OperatorCommand.Group {

    private final Optional<Certificates> certificates;

    /// @param certificates none if no listener speaks TLS
    public CertificatesCommand(Optional<Certificates> certificates) {
        this.certificates = certificates;
    }

    @Override
    public List<OperatorCommand> commands() {
        return List.of(new CertificatesReloadCommand(certificates));
    }

    /// What an operator is told of a certificate that cannot be used.
    public static Failure failure(BadCertificate bad) {
        return new Failure("certificates." + bad.trouble(), bad.file());
    }
}
