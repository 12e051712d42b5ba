package veche.wire;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/// Looks for lines that break something, as long as it is let (`CONTRIBUTING.md` says how). What it
/// finds goes into `MessageFuzzTestInputs`, which [FoundLinesTest] goes through in each build.
///
/// It is asleep otherwise: Jazzer would instrument everything else that runs in the same process.
@EnabledIfEnvironmentVariable(named = "JAZZER_FUZZ", matches = "1")
class MessageFuzzTest {

    @FuzzTest(maxDuration = "5m")
    void noTextBreaksAnything(byte[] bytes) {
        WireRules.check(new String(bytes, StandardCharsets.UTF_8));
    }
}
