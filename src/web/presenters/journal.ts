import { hasRole, ROLES, type Actor, type Role } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { saidInstant } from '../../kernel/hash-chain.js';
import type { JournalEntryEntity } from '../../journal/index.js';
import { mayConfirmAccess } from '../../journal/domain/access-acts.js';
import { JOURNAL_EXPORTERS, MASK, readsAddresses } from '../../journal/domain/policy.js';
import type { Fact } from '../components/facts.js';
import type { ChoiceView } from '../components/search-form.js';
import type { ChangeView, JournalLineView, JournalRowView, JournalView } from '../views/journal-page.js';
import { actWords, knownActs, knownObjects, objectWords } from '../wording/journal.js';
import { roleLabel } from '../wording/states.js';
import { fullDay, timeWithSeconds } from '../wording/time.js';
import { JOURNAL, journalQuery, type JournalAddress } from './journal-form.js';

export interface JournalReading {
  readonly actor: Actor;
  readonly asked: JournalAddress;
  readonly lines: readonly JournalEntryEntity[];
  /** Changes of rights that nobody has confirmed. */
  readonly waiting: readonly JournalEntryEntity[];
  /** Where the next page begins. */
  readonly next: string | null;
}

/** Facts of an act that have a label of their own; others go by the names under which they stand in the journal. */
const FACT_LABELS: Readonly<Record<string, string>> = {
  from: 'Từ trạng thái',
  to: 'Sang trạng thái',
  purpose: 'Mục đích',
  reason: 'Lý do',
  number: 'Số',
  year: 'Năm',
  code: 'Mã',
  form: 'Dạng',
  before: 'Trước',
  after: 'Sau',
};

export function journalView({ actor, asked, lines, waiting, next }: JournalReading): JournalView {
  const query = journalQuery(asked);
  return {
    asked,
    acts: knownActs().map(({ action, words }) => choice(action, words, asked.viec)),
    objects: knownObjects().map(({ kind, words }) => choice(kind, words, asked.loai)),
    rows: lines.map(rowView),
    isFiltered: query !== '',
    looksForAddresses: readsAddresses(actor),
    moreHref: next === null ? null : `${JOURNAL}?${journalQuery(asked, { trang: next })}`,
    changes: waiting.map((line) => ({
      ...rowView(line),
      confirm: mayConfirmAccess(actor, line.actorId) ? `${JOURNAL}/${String(line.seq)}/xac-nhan` : null,
    })),
    exports: hasRole(actor, ...JOURNAL_EXPORTERS)
      ? [
          { href: `${JOURNAL}/xuat.csv?${query}`, label: 'Xuất bảng CSV' },
          { href: `${JOURNAL}/xuat.jsonl?${query}`, label: 'Xuất JSON kèm chuỗi' },
        ]
      : [],
  };
}

function choice(value: string, label: string, chosen: string): ChoiceView {
  return { value, label, chosen: value === chosen };
}

function rowView(line: JournalEntryEntity): JournalRowView {
  const { seq, at, actorName, principalName, action, objectKind, objectId, address } = line;
  return {
    seq,
    href: `${JOURNAL}/${String(seq)}`,
    at: { iso: saidInstant(at), words: momentWords(at) },
    who: actorName,
    onBehalf: principalName === null ? null : `thay ${principalName}`,
    roles: rolesWords(line),
    act: actWords(action) ?? action,
    object: objectWords(objectKind) ?? objectKind,
    objectId,
    address: addressWords(address),
  };
}

export function journalLineView(line: JournalEntryEntity): JournalLineView {
  const { before, after, ...rest } = line.detail as Readonly<Record<string, unknown>>;
  const { seq, action, objectKind, objectId, actorId, principalName, hash, previousHash, form } = line;
  const row = rowView(line);
  return {
    seq,
    act: row.act,
    facts: [
      { label: 'Thời điểm', value: row.at.words },
      { label: 'Người thực hiện', value: `${row.who} (${actorId})` },
      ...optionalFact('Vai trò', row.roles),
      ...optionalFact('Thay cho', principalName),
      ...optionalFact('Địa chỉ', row.address),
      { label: 'Việc', value: `${row.act} (${action})` },
      { label: 'Đối tượng', value: `${row.object} ${objectId}` },
    ],
    allAbout: `${JOURNAL}?${new URLSearchParams({ loai: objectKind, ma: objectId }).toString()}`,
    changes: changesOf(before, after),
    detail: Object.entries(rest).map(([name, value]) => ({
      label: FACT_LABELS[name] ?? name,
      value: valueWords(value),
    })),
    chain: [
      { label: 'Mã băm của dòng', value: inGroups(hash) },
      { label: 'Mã băm dòng trước', value: inGroups(previousHash) },
      { label: 'Dạng dòng', value: form === null ? '1 (dòng cũ, chưa ghi vai trò và địa chỉ)' : String(form) },
    ],
  };
}

/** In groups, so that it breaks over lines. */
function inGroups(hash: string): string {
  return hash.replace(/.{8}(?=.)/gu, '$& ');
}

function optionalFact(label: string, value: string | null): readonly Fact[] {
  return value === null ? [] : [{ label, value }];
}

/** What a change of rights or personal data made of what, value by value; those that stayed are left out. */
function changesOf(before: unknown, after: unknown): readonly ChangeView[] {
  const [old, now] = [fields(before), fields(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .map((name) => ({ name: FACT_LABELS[name] ?? name, before: valueWords(old[name]), after: valueWords(now[name]) }))
    .filter((change) => change.before !== change.after || change.before === MASK);
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  if (value === null || value === undefined) return {};
  return typeof value === 'object' && !Array.isArray(value) ? { ...value } : { 'giá trị': value };
}

function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'không có';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function rolesWords({ actorRoles }: JournalEntryEntity): string | null {
  if (actorRoles === null || actorRoles === '') return null;
  return actorRoles
    .split(',')
    .map((role) => (isRole(role) ? roleLabel(role) : role))
    .join(', ');
}

function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

function addressWords(address: string | null): string | null {
  return address === 'cli' ? 'dòng lệnh trên máy chủ' : address;
}

function momentWords(at: Date): string {
  return Number.isNaN(at.getTime()) ? 'không đọc được' : `${timeWithSeconds(at)}, ${fullDay(civilDateOf(at))}`;
}
