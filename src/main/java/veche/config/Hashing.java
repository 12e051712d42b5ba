package veche.config;

/// How costly it is to guess a password: the parameters of Argon2id (RFC 9106) and of SCRAM-SHA-256
/// (RFC 7677).
///
/// @param memoryKib the memory of one hashing, in KiB; at least 8 for each lane, at most 4 GiB
/// @param iterations how many times it goes over that memory; 1 to 1000
/// @param parallelism how many lanes it is cut into; 1 to 64
/// @param scramIterations of PBKDF2 for SCRAM; from 4096, the fewest that RFC 7677 section 4
///   allows, to 10000000
/// @param atOnce how many may be at work at once; 1 to 1024, or 0 for half of the processors
public record Hashing(
        int memoryKib, int iterations, int parallelism, int scramIterations, int atOnce) {

    private static final int MOST_LANES = 64;

    public Hashing {
        // Lanes that are out of bounds are said to be so; the memory is not blamed for them.
        var lanes = Math.clamp(parallelism, 1, MOST_LANES);
        new Check()
                .within("parallelism", parallelism, 1, MOST_LANES)
                .within("memory_kib", memoryKib, 8L * lanes, 4_194_304)
                .within("iterations", iterations, 1, 1000)
                .within("scram_iterations", scramIterations, 4096, 10_000_000)
                .within("at_once", atOnce, 0, 1024)
                .pass();
    }

    static Hashing from(Section section) {
        return new Hashing(
                section.number("memory_kib"),
                section.number("iterations"),
                section.number("parallelism"),
                section.number("scram_iterations"),
                section.number("at_once"));
    }
}
