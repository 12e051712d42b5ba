// Lines have a limit in bytes of UTF-8, and characters must not be torn apart.

const encoder = new TextEncoder();

export function byteLength(text: string): number {
  return encoder.encode(text).length;
}

/**
 * Splits a line into pieces of at most `limit` bytes, between words where there is one in the last
 * half. The space stays at the end of a piece, so that the pieces joined are the line again.
 */
export function splitBytes(text: string, limit: number): string[] {
  if (limit < 4) throw new Error(`a character can have 4 bytes, the limit is ${limit}`);
  const pieces: string[] = [];
  let piece = '';
  let size = 0;
  for (const character of text) {
    const bytes = byteLength(character);
    if (size + bytes > limit) {
      const space = piece.lastIndexOf(' ');
      const cut = space >= piece.length / 2 ? space + 1 : piece.length;
      pieces.push(piece.slice(0, cut));
      piece = piece.slice(cut);
      size = byteLength(piece);
    }
    piece += character;
    size += bytes;
  }
  if (piece !== '' || pieces.length === 0) pieces.push(piece);
  return pieces;
}

/** UTF-8 as base64, as SASL and Basic authentication want it. */
export function base64(text: string): string {
  let binary = '';
  for (const byte of encoder.encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}
