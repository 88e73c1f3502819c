import type { VNode } from 'preact';

/** One thing that happened to a ticket. */
export interface TimelineEntry {
  /** ISO 8601 with zone, for machines. */
  readonly at: string;
  /** `18/03, 10:40` */
  readonly when: string;
  readonly title: string;
  /** Who did it, when a person did. */
  readonly by: string | null;
  readonly text: string | null;
  /** Whether `text` is somebody's own words, which stand in a ruled box. */
  readonly quoted: boolean;
  /** Whether the citizen can see it: a solid dot. */
  readonly outward: boolean;
  /** Whether the citizen sees that it happened, and `text` stays inside: a directive beside an assignment. */
  readonly textInside?: boolean;
}

/** The course of a ticket, newest first. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }): VNode {
  return (
    <ol class="ha-line">
      {entries.map((entry) => (
        <li key={entry.at + entry.title} class={entry.outward ? 'is-out' : undefined}>
          <time datetime={entry.at}>{entry.when}</time>
          <div>
            <div>
              <strong>{entry.title}</strong>
              {entry.by !== null && ` · ${entry.by}`}
              {entry.outward && <span class="ha-vh">, người phản ánh thấy được</span>}
            </div>
            {entry.text !== null && entry.textInside === true && <p class="ha-small ha-mute">Chỉ nội bộ đọc:</p>}
            {entry.text !== null && <p class={entry.quoted ? 'ha-said' : undefined}>{entry.text}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
