import type { VNode } from 'preact';
import { isCivilDate } from '../../kernel/civil-date.js';
import { Icon } from './icon.js';
import { fullDay } from './words/time.js';

type Kind = 'date' | 'moment' | 'time';

/** As officials write them; said before anybody types. */
const FORMS: Readonly<Record<Kind, string>> = {
  date: 'ngày/tháng/năm',
  moment: 'ngày/tháng/năm giờ:phút',
  time: 'giờ:phút',
};
const FORM_OF_PROGRAMS = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2})?$/u;

export interface TimeInputProps {
  readonly kind: Kind;
  readonly id: string;
  readonly name: string;
  /** A day or a moment as programs write it, or what was typed. */
  readonly value?: string;
  readonly class?: string;
  readonly required?: boolean | undefined;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: 'true';
}

/**
 * A day or a time, typed as officials write it whatever the language of the browser: a browser's own field shows an American a month first.
 * With scripts a calendar opens beside it (`day-picker.js`).
 */
export function TimeInput({ kind, value = '', ...rest }: TimeInputProps): VNode {
  const field = (
    <input
      {...rest}
      class={rest.class ?? 'form-control'}
      type="text"
      value={timeShown(value)}
      placeholder={FORMS[kind]}
      maxlength={40}
      size={kind === 'moment' ? 22 : 14}
      autocomplete="off"
      data-time={kind}
    />
  );
  return kind === 'time' ? field : <WithCalendar>{field}</WithCalendar>;
}

function WithCalendar({ children }: { children: VNode }): VNode {
  return (
    <span class="ha-day">
      {children}
      <button class="btn btn-icon ha-calendar ha-scripted" type="button" aria-label="Mở lịch">
        <Icon name="calendar" />
      </button>
    </span>
  );
}

/** `05/03/2026`, `18/03/2026 09:05`; what is neither day nor moment stays as it was typed. */
export function timeShown(value: string): string {
  if (isCivilDate(value)) return fullDay(value);
  const [, day = '', time = ''] = FORM_OF_PROGRAMS.exec(value) ?? [];
  return isCivilDate(day) ? `${fullDay(day)} ${time}` : value;
}
