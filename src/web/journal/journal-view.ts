import { hasRole, ROLES, type Actor, type Role } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { saidInstant } from '../../kernel/hash-chain.js';
import type { JournalEntryEntity } from '../../journal/index.js';
import { mayConfirmAccess } from '../../journal/domain/access-acts.js';
import { JOURNAL_EXPORTERS, MASK, readsAddresses } from '../../journal/domain/policy.js';
import type { PersonName } from '../../organisation/index.js';
import type { Fact } from '../kit/facts.js';
import type { ChoiceView } from '../my-work/search-form.js';
import type { JournalRowView, JournalView } from './journal-page.js';
import type { ChangeView, JournalLineView } from './journal-line-page.js';
import { actWords, knownActs, knownObjects, objectWords } from './journal-words.js';
import { roleLabel } from '../kit/words/states.js';
import { fullDay, timeWithSeconds } from '../kit/words/time.js';
import { JOURNAL, journalQuery, type JournalAddress } from './journal-form.js';

export interface JournalReading {
  readonly actor: Actor;
  readonly asked: JournalAddress;
  readonly lines: readonly JournalEntryEntity[];
  /** Changes of rights that nobody has confirmed. */
  readonly waiting: readonly JournalEntryEntity[];
  /** Whom lines about members of staff are about. */
  readonly people: ReadonlyMap<string, Pick<PersonName, 'fullName'>>;
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
  signInBy: 'Cách đăng nhập',
  secondFactor: 'Mã xác thực hai lớp',
  device: 'Thiết bị',
  ended: 'Số phiên kết thúc',
  endedAt: 'Hết giờ lúc',
};

/** As the journal keeps an instant: `2026-03-18T02:00:00.000Z`. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u;

/** Values of facts that are codes; others stand as they are. */
const VALUE_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  signInBy: {
    local: 'mật khẩu giữ tại phần mềm',
    owed: 'mật khẩu phải đổi ngay (mật khẩu tạm, hoặc đã đến hạn đổi)',
    directory: 'mật khẩu của cơ quan (thư mục người dùng)',
  },
  secondFactor: { true: 'có', false: 'không' },
  device: { known: 'đã đăng nhập trước đây', new: 'lần đầu đăng nhập' },
};

export function journalView({ actor, asked, lines, waiting, next, people }: JournalReading): JournalView {
  const query = journalQuery(asked);
  return {
    asked,
    acts: knownActs().map(({ action, words }) => choice(action, words, asked.viec)),
    objects: knownObjects().map(({ kind, words }) => choice(kind, words, asked.loai)),
    rows: lines.map((line) => rowView(line, people)),
    isFiltered: query !== '',
    looksForAddresses: readsAddresses(actor),
    moreHref: next === null ? null : `${JOURNAL}?${journalQuery(asked, { trang: next })}`,
    changes: waiting.map((line) => ({
      ...rowView(line, people),
      confirm: mayConfirmAccess(actor, line.actorId) ? `${JOURNAL}/${String(line.seq)}/xac-nhan` : null,
    })),
    confirmAll: waiting.some(({ actorId }) => mayConfirmAccess(actor, actorId)) ? `${JOURNAL}/xac-nhan` : null,
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

function rowView(line: JournalEntryEntity, people: JournalReading['people'] = new Map()): JournalRowView {
  const { seq, at, actorName, principalName, action, objectKind, address } = line;
  return {
    seq,
    href: `${JOURNAL}/${String(seq)}`,
    at: { iso: saidInstant(at), words: momentWords(at) },
    who: actorName,
    onBehalf: principalName === null ? null : `thay ${principalName}`,
    roles: rolesWords(line),
    act: actWords(action) ?? action,
    object: objectWords(objectKind) ?? objectKind,
    objectId: objectName(line, people),
    address: addressWords(address),
  };
}

/** A member of staff by name, with the role that the act gave or took; anything else by its id. */
function objectName({ objectKind, objectId, detail }: JournalEntryEntity, people: JournalReading['people']): string {
  const person = objectKind === 'staff' ? people.get(objectId) : undefined;
  if (person === undefined) return objectId;
  const role = 'role' in detail && typeof detail.role === 'string' ? detail.role : '';
  return isRole(role) ? `${person.fullName}, ${roleLabel(role)}` : person.fullName;
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
      value: VALUE_WORDS[name]?.[String(value)] ?? valueWords(value),
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
  if (typeof value === 'string' && INSTANT.test(value)) return momentWords(new Date(value));
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
