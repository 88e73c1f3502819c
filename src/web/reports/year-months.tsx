import type { VNode } from 'preact';

/** One day of a month. Its mark is a word in the cell, so that it does not live by colour. */
export interface DayCellView {
  readonly date: string;
  readonly number: number;
  readonly mark: 'off' | 'makeUp' | null;
  /** The name of the day off, for `title` and readers. */
  readonly words: string | null;
  /** Saturday or Sunday. */
  readonly rest: boolean;
  readonly today: boolean;
}

export interface MonthView {
  /** `Tháng 2` */
  readonly label: string;
  /** Monday first; null = a day of another month. */
  readonly weeks: readonly (readonly (DayCellView | null)[])[];
}

const WEEKDAYS = [
  ['Hai', 'thứ Hai'],
  ['Ba', 'thứ Ba'],
  ['Tư', 'thứ Tư'],
  ['Năm', 'thứ Năm'],
  ['Sáu', 'thứ Sáu'],
  ['Bảy', 'thứ Bảy'],
  ['CN', 'Chủ Nhật'],
] as const;

/** A year as twelve small months. */
export function YearMonths({ months }: { months: readonly MonthView[] }): VNode {
  return (
    <div class="ha-year">
      {months.map((month) => (
        <table key={month.label} class="ha-month">
          <caption>{month.label}</caption>
          <thead>
            <tr>
              {WEEKDAYS.map(([short, whole]) => (
                <th key={short} scope="col">
                  <abbr title={whole}>{short}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {month.weeks.map((week, index) => (
              <tr key={index}>
                {week.map((day, weekday) => (day === null ? <td key={weekday} /> : <Day key={weekday} day={day} />))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

function Day({ day }: { day: DayCellView }): VNode {
  const classes = [day.mark === 'off' && 'is-off', day.mark === 'makeUp' && 'is-made-up', day.rest && 'is-rest'];
  return (
    <td
      class={classes.filter(Boolean).join(' ') || undefined}
      title={day.words ?? undefined}
      aria-current={day.today ? 'date' : undefined}
    >
      <time datetime={day.date}>{day.number}</time>
      {day.mark !== null && <span aria-hidden="true">{day.mark === 'off' ? 'nghỉ' : 'làm'}</span>}
      {day.words !== null && <span class="ha-vh">, {day.words}</span>}
    </td>
  );
}
