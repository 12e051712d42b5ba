package veche.console;

import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import veche.certificate.BadCertificate;
import veche.certificate.Certificates;

/// `certificates reload`: shows new clients the certificates that are in the files now. Nobody is
/// sent away.
@Command(name = "reload")
final class CertificatesReloadCommand implements OperatorCommand {

    private static final Logger log = LoggerFactory.getLogger(CertificatesReloadCommand.class);

    private final Optional<Certificates> certificates;

    CertificatesReloadCommand(Optional<Certificates> certificates) {
        this.certificates = certificates;
    }

    @Override
    public void run(Operator operator) throws Failure {
        var all = certificates.orElseThrow(() -> new Failure("certificates.none"));
        try {
            all.reload();
        } catch (BadCertificate bad) {
            log.atWarn().setCause(bad).log("certificates not loaded");
            throw CertificatesCommand.failure(bad);
        }
        var fingerprints = all.fingerprints();
        log.atInfo().addKeyValue("fingerprints", fingerprints).log("certificates loaded");
        operator.say("certificates.reloaded", String.join(", ", fingerprints));
        operator.answer(Map.of("fingerprints", fingerprints, "expires", all.expires().toString()));
    }
}
