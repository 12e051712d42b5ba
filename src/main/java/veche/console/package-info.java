/// The operator: commands, completion, help, the log, the control socket.
///
/// An operator's command is declared once, as a class that is an [OperatorCommand]. [Commands] is the
/// table of them. A command is run for an [Operator], who sits at some `Desk`: at a terminal, behind
/// a pipe, or at the other end of the control socket. To add one, write the class, add a row to the
/// table, and describe it in the bundles; a test says what is missing.
///
/// ## What is said through the control socket
///
/// A client connects to `control.sock` in the data folder and gives one command. Both sides send JSON
/// objects, each on a line of its own, in UTF-8, at most 1 MiB long. The client begins; `width` is
/// that of its screen, and `asks` says whether a person is there who can be asked:
///
///     {"run":["logs","-n","5"],"json":false,"language":"ru","width":80,"asks":true}
///
/// The server sends as many of these as it likes, text being one line or several:
///
///     {"out":"text"}
///     {"err":"text"}
///
/// It may ask, and waits for the answer, which is a list of one string, or an empty one if the person
/// would not answer:
///
///     {"ask":"Remove 3 accounts?","hidden":false}
///     {"answer":["yes"]}
///
/// The command has ended, with an exit status (see [Exit]), and the connection ends with it:
///
///     {"exit":0}
///
/// A client that leaves early interrupts an answer that has no end (`logs -f`); any other command is
/// carried out all the same.
@NullMarked
package veche.console;

import org.jspecify.annotations.NullMarked;
