import { ACTS as DECLARED_ACTS } from '../../journal/domain/acts.js';
import { OBJECTS as DECLARED_OBJECTS } from '../../journal/domain/objects.js';
import { TICKET_ACTS, type ActName } from '../../tickets/domain/ticket-acts.js';
import { SIGNATURE_STATES, type SignatureState } from '../../signing/domain/signature-request.js';

/** By codes as lines bear them, those of former versions too. */
const ACTS: Readonly<Record<string, string>> = DECLARED_ACTS;
const OBJECTS: Readonly<Record<string, string>> = DECLARED_OBJECTS;

const SIGNING: Readonly<Record<SignatureState, string>> = {
  pending: 'Tạo lượt trình ký',
  submitted: 'Trình ký',
  returned: 'Lãnh đạo trả lại',
  rejected: 'Lãnh đạo không ký',
  cancelled: 'Rút trình ký',
  failed: 'Trình ký không thành công',
  signed: 'Lãnh đạo đã ký',
  proofFailed: 'Tệp đã ký kiểm tra không đạt',
  verified: 'Tệp đã ký kiểm tra đạt',
  sealing: 'Lấy dấu cơ quan',
  sealFailed: 'Đóng dấu không thành công',
  sealed: 'Đã đóng dấu',
  released: 'Phát hành',
};

/** Every act that has words, by its code, for a choice among them; in the order of the words. */
export function knownActs(): readonly { readonly action: string; readonly words: string }[] {
  const tickets = Object.keys(TICKET_ACTS).map((act) => `ticket.${act}`);
  const states = SIGNATURE_STATES.map((state) => `signature.${state}`);
  return [...new Set([...Object.keys(ACTS), ...tickets, ...states])]
    .map((action) => ({ action, words: actWords(action) ?? action }))
    .sort((one, other) => one.words.localeCompare(other.words, 'vi'));
}

/** What an act is called; null for one that is not known here. */
export function actWords(action: string): string | null {
  const [kind = '', name = ''] = action.split('.', 2);
  if (kind === 'signature' && isSignatureState(name)) return SIGNING[name];
  if (kind === 'ticket' && isTicketAct(name)) return TICKET_ACTS[name].words;
  return ACTS[action] ?? null;
}

/** What the object of an act is called: `Phiếu`; null for a kind that is not known here. */
export function objectWords(kind: string): string | null {
  return OBJECTS[kind] ?? null;
}

/** The kinds of objects, for a choice among them; in the order of the words. */
export function knownObjects(): readonly { readonly kind: string; readonly words: string }[] {
  return Object.entries(OBJECTS)
    .map(([kind, words]) => ({ kind, words }))
    .sort((one, other) => one.words.localeCompare(other.words, 'vi'));
}

function isSignatureState(name: string): name is SignatureState {
  return (SIGNATURE_STATES as readonly string[]).includes(name);
}

function isTicketAct(name: string): name is ActName {
  return Object.hasOwn(TICKET_ACTS, name);
}
