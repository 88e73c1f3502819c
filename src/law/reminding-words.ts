import { ESCALATION_WORDS, type EscalationStep, type Reminding } from './policy.js';

/** `50%, 80%, 100% thời hạn` */
export function percentWords({ reminders }: Reminding): string {
  return `${reminders.percents.map((percent) => `${percent}%`).join(', ')} thời hạn`;
}

/** `08:00 mỗi ngày làm việc` */
export function overdueAtWords({ reminders: { overdueAt } }: Reminding): string {
  const [hours, minutes] = [Math.floor(overdueAt / 60), overdueAt % 60];
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')} mỗi ngày làm việc`;
}

/** `từ 50% thời hạn`, `khi hết thời hạn`, `khi quá hạn từ 3 ngày làm việc` */
export function escalationFromWords({ from }: EscalationStep): string {
  if ('percent' in from) return from.percent === 100 ? 'khi hết thời hạn' : `từ ${from.percent}% thời hạn`;
  return `khi quá hạn từ ${from.overdueWorkingDays} ngày làm việc`;
}

/** `nhắc khi qua 50%, 80% thời hạn, quá hạn nhắc lúc 08:00 mỗi ngày làm việc; Cán bộ phụ trách từ 50% thời hạn` */
export function remindingWords(reminding: Reminding): string {
  const chain = reminding.escalation.map((step) => `${ESCALATION_WORDS[step.to]} ${escalationFromWords(step)}`);
  return `nhắc khi qua ${percentWords(reminding)}, quá hạn nhắc lúc ${overdueAtWords(reminding)}; ${chain.join(', ')}`;
}
