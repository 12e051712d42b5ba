/// The hub: channels, members, sessions; commands in, events out; knows no protocol and no disk.
@NullMarked
package veche.chat;

import org.jspecify.annotations.NullMarked;
