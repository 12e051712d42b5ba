/// The benchmark, a program of its own: many clients of IRC servers, and what they measure.
///
/// It knows nothing of the server that it measures, and nothing of the server knows it. One thread
/// reads what all clients are sent ([Loop]), since it shares the processors with the server: a
/// delivery that arrives together with others costs some tens of nanoseconds. A [Crowd] comes in,
/// [Traffic] checks each delivery, a [Mode] says what is done, and a [Report] shows it.
@NullMarked
package veche.bench;

import org.jspecify.annotations.NullMarked;
