/// How a command reaches the server that works on the same data directory: a lock that says who works there, and a Unix
/// socket (mode 0600) over which words, standard input, output and the status travel.
///
/// Start reading at [press.rotative.command.socket.CommandSocket] (the server's end) and
/// [press.rotative.command.socket.RunningServer] (the command's end).
@NullMarked
package press.rotative.command.socket;

import org.jspecify.annotations.NullMarked;
