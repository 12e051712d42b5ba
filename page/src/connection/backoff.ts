/** In milliseconds. */
const FIRST = 1_000;
const LONGEST = 30_000;
const SHORTEST = 300;

/**
 * How long to wait before the next try, in milliseconds: anywhere up to a bound that doubles with
 * each failure ("full jitter"), so that a thousand pages do not come back in the same moment.
 *
 * @param failures how many tries have failed in a row, from 0
 * @param random from 0 to 1
 */
export function backOff(failures: number, random: number): number {
  const bound = Math.min(LONGEST, FIRST * 2 ** Math.min(failures, 16));
  return Math.round(SHORTEST + random * (bound - SHORTEST));
}
