import { isoInVietnam } from '../../../kernel/civil-date.js';

/** `09:26:41, 18/03/2026` in Việt Nam; `không rõ` without an instant. */
export function vietnameseTime(instant: Date | null): string {
  if (!instant) return 'không rõ';
  const iso = isoInVietnam(instant);
  return `${iso.slice(11, 19)}, ${vietnameseDay(instant)}`;
}

/** `18/03/2026` in Việt Nam. */
export function vietnameseDay(instant: Date): string {
  const iso = isoInVietnam(instant);
  return `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`;
}
