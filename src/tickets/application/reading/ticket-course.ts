/** One line of the ticket's course. */
export interface TicketCourse {
  readonly kind: string;
  readonly title: string;
  readonly text?: string;
  /** Whether the citizen may read it; set by the word to the hotline where there is one. */
  readonly toHotline?: boolean;
  /** Identity of the line where the event that makes it has one; a new one otherwise. */
  readonly id?: string;
}

/** What lists show of the ticket once the line is its last. */
export function latestOf({ kind, title }: TicketCourse): string {
  // The agency is typed by the desk, and lists read the last line as the sender's own words.
  return kind === 'returned' ? 'Chuyển trả cơ quan có thẩm quyền' : title.slice(0, 200);
}
