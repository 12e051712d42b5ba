package veche.bench;

/// Reads what a client was sent. Runs on the loop's thread.
interface LineReader {

    /// Reads all lines that are complete.
    ///
    /// @param from where the first line begins
    /// @param to where what has come ends, perhaps in the middle of a line; at least eight more
    ///   bytes can be read
    /// @return where the line begins that is not complete, or `to`
    int read(Client client, byte[] bytes, int from, int to);
}
