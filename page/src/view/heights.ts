/** Rows of a list by index, as far as a layout has to know them. */
export interface Rows {
  readonly count: number;
  key(index: number): string;
  /** In pixels, until it has been measured. 0 for what is not shown. */
  estimate(index: number): number;
}

/** Where each row of a long list lies. Measured heights stay with the key, wherever the row moves. */
export class Heights {
  private readonly measured = new Map<string, number>();
  /** `offsets[i]` is where row i begins; the last one is where all of it ends. */
  private offsets = new Float64Array(1);
  /** Up to which row the offsets hold. */
  private valid = 0;
  private firstKey = '';
  private lastKey = '';
  private count = 0;

  /** Takes the rows as they are now. Rows that came at the end cost no more than themselves. */
  update(rows: Rows): void {
    const isLonger = rows.count >= this.count && this.count > 0 && rows.key(0) === this.firstKey && rows.key(this.count - 1) === this.lastKey;
    if (!isLonger) this.valid = 0;
    this.count = rows.count;
    this.firstKey = rows.count > 0 ? rows.key(0) : '';
    this.lastKey = rows.count > 0 ? rows.key(rows.count - 1) : '';
    if (this.offsets.length < rows.count + 1) {
      const grown = new Float64Array(Math.max(64, (rows.count + 1) * 2));
      grown.set(this.offsets);
      this.offsets = grown;
    }
    for (let index = this.valid; index < rows.count; index += 1) {
      const estimate = rows.estimate(index);
      const height = estimate === 0 ? 0 : (this.measured.get(rows.key(index)) ?? estimate);
      this.offsets[index + 1] = (this.offsets[index] ?? 0) + height;
    }
    this.valid = rows.count;
  }

  /** Notes how high a row is. Answers whether that is news; `update` makes it count. */
  measure(key: string, index: number, height: number): boolean {
    if (this.measured.get(key) === height) return false;
    this.measured.set(key, height);
    this.valid = Math.min(this.valid, index);
    return true;
  }

  /** Rows between the ends are others than before: what is not measured is estimated again. */
  invalidate(): void {
    this.valid = 0;
  }

  get total(): number {
    return this.offsets[this.count] ?? 0;
  }

  top(index: number): number {
    return this.offsets[Math.min(Math.max(index, 0), this.count)] ?? 0;
  }

  /** The row at a distance from the top. */
  at(offset: number): number {
    let low = 0;
    let high = Math.max(0, this.count - 1);
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.offsets[middle + 1] ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
