import type { VNode } from 'preact';

/** A number at the head of a page: what it counts, and one fact beside it. */
export interface FigureView {
  readonly name: string;
  readonly value: string;
  readonly note: string;
  /** The rows behind it; null where there are none. */
  readonly href: string | null;
  /** Red: supervision must step in. */
  readonly isLate: boolean;
}

/** The numbers that a page answers first, each with the list behind it. */
export function Figures({ label, figures }: { label: string; figures: readonly FigureView[] }): VNode {
  return (
    <ul class="ha-figs" aria-label={label}>
      {figures.map((figure) => (
        <li key={figure.name} class={figure.isLate ? 'is-late' : undefined}>
          {figure.href === null ? (
            <div class="ha-none">
              <Figure figure={figure} />
            </div>
          ) : (
            <a href={figure.href}>
              <Figure figure={figure} />
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

function Figure({ figure: { name, value, note } }: { figure: FigureView }): VNode {
  return (
    <>
      <strong>{value}</strong>
      <span>{name}</span>
      <small>{note}</small>
    </>
  );
}
