package veche.file;

import veche.name.PersonId;

/// Room that is kept for a file that is being sent.
///
/// @param id which it will have
/// @param most how many bytes it has at most
record Place(FileId id, PersonId owner, long most) {}
