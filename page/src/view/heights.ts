/** Rows of a list by index, as far as a layout has to know them. */
export interface Rows {
  readonly count: number;
  key(index: number): string;
  /** In pixels, until it has been measured. 0 for what is not shown. */
  estimate(index: number): number;
}

/** How many rows are summed up together: as one of them changes, the others keep their sums. */
const BLOCK = 256;

/**
 * Where each row of a long list lies. Measured heights stay with the key, wherever the row moves. Of a
 * hundred thousand rows, one that turns out to be higher than it was thought costs no more than of ten.
 */
export class Heights {
  private readonly measured = new Map<string, number>();
  private heights = new Float64Array(BLOCK);
  /** How high each block of rows is. */
  private blocks = new Float64Array(1);
  private isValid = false;
  private firstKey = '';
  private lastKey = '';
  private count = 0;

  /** Takes the rows as they are now. Rows that came at the end cost no more than themselves. */
  update(rows: Rows): void {
    const isLonger = this.isValid && rows.count >= this.count && this.count > 0 && rows.key(0) === this.firstKey && rows.key(this.count - 1) === this.lastKey;
    const from = isLonger ? this.count : 0;
    this.makeRoom(rows.count);
    if (from === 0) this.blocks.fill(0);
    for (let index = from; index < rows.count; index += 1) {
      const estimate = rows.estimate(index);
      this.heights[index] = 0;
      this.set(index, estimate === 0 ? 0 : (this.measured.get(rows.key(index)) ?? estimate));
    }
    this.count = rows.count;
    this.firstKey = rows.count > 0 ? rows.key(0) : '';
    this.lastKey = rows.count > 0 ? rows.key(rows.count - 1) : '';
    this.isValid = true;
  }

  /** Takes how high a row of those of the last `update` is. Answers whether that is news. */
  measure(key: string, index: number, height: number): boolean {
    if (this.measured.get(key) === height) return false;
    this.measured.set(key, height);
    if (index < this.count) this.set(index, height);
    return true;
  }

  /** Rows between the ends are others than before: what is not measured is estimated again. */
  invalidate(): void {
    this.isValid = false;
  }

  get total(): number {
    return this.top(this.count);
  }

  top(index: number): number {
    const row = Math.min(Math.max(index, 0), this.count);
    const block = Math.floor(row / BLOCK);
    return sum(this.blocks, 0, block) + sum(this.heights, block * BLOCK, row);
  }

  /** The row at a distance from the top. */
  at(offset: number): number {
    const last = Math.max(0, this.count - 1);
    let end = 0;
    let block = 0;
    while ((block + 1) * BLOCK <= last && end + (this.blocks[block] ?? 0) <= offset) {
      end += this.blocks[block] ?? 0;
      block += 1;
    }
    let row = block * BLOCK;
    while (row < last && end + (this.heights[row] ?? 0) <= offset) {
      end += this.heights[row] ?? 0;
      row += 1;
    }
    return row;
  }

  private set(index: number, height: number): void {
    const block = Math.floor(index / BLOCK);
    this.blocks[block] = (this.blocks[block] ?? 0) + height - (this.heights[index] ?? 0);
    this.heights[index] = height;
  }

  private makeRoom(count: number): void {
    if (count <= this.heights.length) return;
    const blocks = Math.ceil((count * 2) / BLOCK);
    this.heights = grown(this.heights, blocks * BLOCK);
    this.blocks = grown(this.blocks, blocks);
  }
}

function sum(values: Float64Array, from: number, to: number): number {
  let all = 0;
  for (let index = from; index < to; index += 1) all += values[index] ?? 0;
  return all;
}

function grown(values: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const more = new Float64Array(length);
  more.set(values);
  return more;
}
