import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import { Heights, type Rows } from './heights.ts';

export interface VirtualListProps {
  readonly rows: Rows;
  readonly indexOf: (key: string) => number;
  readonly render: (index: number) => ComponentChildren;
  readonly label: string;
  /** Changes when something between the ends has changed. */
  readonly revision: number | string;
  /** A row to bring into the middle, once for each new value. */
  readonly target: string | undefined;
  /** One is near the first row. */
  readonly onTop: () => void;
  readonly onPlace: (isAtEnd: boolean) => void;
  /** Rises when one wants to be at the end. */
  readonly endWish: number;
}

/** In pixels: how near counts as the end, how much is drawn beyond what is seen, and what counts as near the top. */
const NEAR_END = 40;
const MARGIN = 600;
const NEAR_TOP = 900;

interface Hold {
  /** Whether one is at the end, and stays there when rows come. */
  atEnd: boolean;
  /**
   * Else: the row that stays where it is, and how far its end is below the top of what is seen. Its
   * end, because what comes and goes with the row before it, such as a line for the day, stands at
   * its beginning.
   */
  key: string;
  below: number;
}

/**
 * A list of any length of which only what is seen is in the document. Whatever comes before, between
 * or behind, and however high rows turn out to be: what somebody reads does not move.
 */
export function VirtualList(props: VirtualListProps): JSX.Element {
  const { rows, indexOf, render, label, revision, target, onTop, onPlace, endWish } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const shown = useRef<HTMLDivElement>(null);
  const heights = useRef(new Heights()).current;
  const hold = useRef<Hold>({ atEnd: true, key: '', below: 0 }).current;
  const seenRevision = useRef(revision);
  const [, draw] = useReducer((count: number) => count + 1, 0);

  if (seenRevision.current !== revision) {
    heights.invalidate();
    seenRevision.current = revision;
  }
  heights.update(rows);

  const height = scroller.current?.clientHeight ?? 800;
  const top = hold.atEnd ? Math.max(0, heights.total - height) : heights.top(indexOf(hold.key) + 1) - hold.below;
  const first = heights.at(top - MARGIN);
  const last = heights.at(top + height + MARGIN);

  const keepPlace = () => {
    const element = scroller.current;
    if (!element || !content.current || !shown.current) return;
    content.current.style.height = `${heights.total}px`;
    shown.current.style.transform = `translateY(${heights.top(first)}px)`;
    const wanted = hold.atEnd ? heights.total - element.clientHeight : heights.top(indexOf(hold.key) + 1) - hold.below;
    if (Math.abs(element.scrollTop - wanted) > 0.5) element.scrollTop = wanted;
  };

  const measure = (): boolean => {
    let isNews = false;
    for (const row of shown.current?.children ?? []) {
      if (!(row instanceof HTMLElement) || row.dataset['key'] === undefined) continue;
      isNews = heights.measure(row.dataset['key'], Number(row.dataset['index']), row.getBoundingClientRect().height) || isNews;
    }
    return isNews;
  };

  useLayoutEffect(() => {
    if (measure()) draw(undefined);
    keepPlace();
  });

  // A row may become higher by itself, as when an image has been loaded, and the window may change.
  const settle = useRef(() => undefined as void);
  settle.current = () => {
    measure();
    keepPlace();
    draw(undefined);
  };
  useEffect(() => {
    const observer = new ResizeObserver(() => settle.current());
    if (scroller.current) observer.observe(scroller.current);
    if (shown.current) observer.observe(shown.current);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (target === undefined || indexOf(target) < 0) return;
    hold.atEnd = false;
    hold.key = target;
    hold.below = heights.top(indexOf(target) + 1) - heights.top(indexOf(target)) + Math.round(height / 3);
    draw(undefined);
  }, [target]);

  useEffect(() => {
    if (endWish === 0) return;
    hold.atEnd = true;
    onPlace(true);
    draw(undefined);
  }, [endWish]);

  const onScroll = () => {
    const element = scroller.current;
    if (!element) return;
    const place = element.scrollTop;
    hold.atEnd = place + element.clientHeight >= heights.total - NEAR_END;
    const index = heights.at(place);
    hold.key = rows.count > 0 ? rows.key(Math.min(index, rows.count - 1)) : '';
    hold.below = heights.top(Math.min(index, rows.count - 1) + 1) - place;
    onPlace(hold.atEnd);
    if (place < NEAR_TOP) onTop();
    const isCovered = heights.at(place - MARGIN / 2) >= first && heights.at(place + element.clientHeight + MARGIN / 2) <= last;
    if (!isCovered) draw(undefined);
  };

  useEffect(() => {
    onPlace(hold.atEnd);
    if (heights.total < height + NEAR_TOP) onTop();
  }, [rows.count, label]);

  const drawn: JSX.Element[] = [];
  for (let index = first; index <= last && index < rows.count; index += 1) {
    if (rows.estimate(index) === 0) continue;
    const key = rows.key(index);
    drawn.push(
      <div key={key} data-key={key} data-index={index}>
        {render(index)}
      </div>,
    );
  }
  return (
    <div class="scroller" ref={scroller} onScroll={onScroll} role="log" aria-live="off" aria-label={label} tabIndex={0} data-testid="messages">
      <div class="content" ref={content}>
        <div class="shown" ref={shown}>
          {drawn}
        </div>
      </div>
    </div>
  );
}
