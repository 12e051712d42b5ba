import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useApp } from './app-context.ts';
import { grouped, type Figure } from './figures.ts';

/** How often it looks, in milliseconds, and how many looks a chart shows. */
const STEP = 2_000;
const LOOKS = 60;

/** The figures of `status`, each with how it went while one looks. */
export function StatusCharts(): JSX.Element {
  const { app, client, words } = useApp();
  const [looks, setLooks] = useState<readonly Record<string, unknown>[]>([]);
  useEffect(() => {
    const look = () => {
      client.console.status().then(
        (figures) => figures && setLooks((before) => [...before.slice(1 - LOOKS), flat(figures)]),
        () => undefined, // Not connected: the banner says so.
      );
    };
    look();
    const timer = setInterval(look, STEP);
    return () => clearInterval(timer);
  }, []);
  return (
    <div class="status" tabIndex={0} role="group" aria-label={words.console.status}>
      {grouped(looks.at(-1) ?? {}, app.language.value, words).map(([title, figures]) => (
        <section key={title}>
          <h2>{title}</h2>
          <div class="figures">
            {figures.map((figure) => (
              <FigureBox key={figure.name} figure={figure} course={figure.hasCourse ? looks.map((look) => Number(look[figure.name] ?? 0)) : undefined} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

function FigureBox({ figure, course }: { figure: Figure; course: readonly number[] | undefined }): JSX.Element {
  return (
    <div class={`figure ${figure.isNumber ? '' : 'figure-words'} ${figure.isAlert ? 'figure-alert' : ''}`} data-name={figure.name} data-testid="figure">
      <span class="soft">{figure.label}</span>
      <strong>{figure.value}</strong>
      {course && <Chart values={course} />}
    </div>
  );
}

/** A line of values from the first to the last, scaled to what there was. */
export function Chart({ values }: { values: readonly number[] }): JSX.Element {
  const least = Math.min(...values);
  const range = Math.max(...values) - least;
  // The first look is a line, too.
  const shown = values.length === 1 ? [...values, ...values] : values;
  const points = shown.map((value, index) => `${(index / (shown.length - 1)) * 120},${range === 0 ? 15 : 27 - ((value - least) / range) * 24}`);
  return (
    <svg class="chart" viewBox="0 0 120 30" aria-hidden="true" preserveAspectRatio="none">
      <polyline points={points.join(' ')} />
    </svg>
  );
}

function flat(figures: Record<string, unknown>, before = ''): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(figures).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(flat(value as Record<string, unknown>, `${before}${key}.`)) : [[before + key, value]],
    ),
  );
}
