import type { Actor } from '../../kernel/actor.js';
import { mayMakeTokens, tokenAbilities } from '../../tokens/domain/policy.js';
import { SCOPE_WORDS } from '../../tokens/domain/scopes.js';
import { MAX_DAYS, MAX_NAME_LENGTH, standingOf } from '../../tokens/domain/token.js';
import type { ApiTokenEntity, MadeToken } from '../../tokens/index.js';
import type { ActFormView } from '../kit/act-form.js';
import type { MadeTokenView, TokensView, TokenView } from './tokens-page.js';
import { moment } from '../kit/words/time.js';
import { refusedValues, type RefusedAct } from '../kit/refused-values.js';

export const TOKENS = '/ma-truy-cap';

const USUAL_DAYS = '90';

/** A token without what it opens with. */
export type ListedToken = Omit<ApiTokenEntity, 'hash'>;

export interface TokensReading {
  readonly actor: Actor;
  readonly tokens: readonly ListedToken[];
  /** Names of owners by their ids, also of those who have left. */
  readonly names: ReadonlyMap<string, string>;
  /** For whom a token may be made; nobody where the actor makes none. */
  readonly people: readonly { readonly id: string; readonly fullName: string; readonly position: string }[];
  readonly now: Date;
}

export function tokensView(reading: TokensReading, refused: RefusedAct | null): TokensView {
  const lines = reading.tokens.map((token) => tokenView(reading, token));
  const isOpen = ({ standing }: TokenView): boolean => standing === 'live' || standing === 'waiting';
  return {
    lines: lines.filter(isOpen),
    past: lines.filter((line) => !isOpen(line)),
    make: mayMakeTokens(reading.actor) ? makeForm(reading, refused) : null,
  };
}

function tokenView({ actor, names, now }: TokensReading, token: ListedToken): TokenView {
  const { id, name, scopes, ownerId, createdByName, createdAt, expiresAt, lastUsedAt, revokedAt, revokedByName } =
    token;
  const may = tokenAbilities(actor, token, now);
  return {
    id,
    name,
    owner: names.get(ownerId) ?? '',
    scopes: scopes.map((scope) => SCOPE_WORDS.get(scope) ?? scope),
    standing: standingOf(token, now),
    made: `${createdByName}, ${moment(createdAt)}`,
    expires: moment(expiresAt),
    used: lastUsedAt === null ? 'Chưa dùng' : moment(lastUsedAt),
    revoked: revokedAt === null ? null : `${revokedByName ?? ''}, ${moment(revokedAt)}`,
    confirmAction: may.confirm ? `${TOKENS}/${id}/dong-y` : null,
    revokeAction: may.revoke ? `${TOKENS}/${id}/thu-hoi` : null,
  };
}

function makeForm({ people }: TokensReading, refused: RefusedAct | null): ActFormView {
  const typed = refusedValues(refused, TOKENS);
  const fields = ['name', 'ownerId', 'days', 'scopes'];
  return {
    id: 'tao-ma',
    label: 'Tạo mã truy cập…',
    action: TOKENS,
    submit: 'Tạo mã truy cập',
    lead: 'Chương trình làm việc thay người chịu trách nhiệm, không quá quyền của người đó và không quá các việc được chọn. Mã chỉ dùng được khi người đó đồng ý.',
    fields: [
      {
        kind: 'text',
        name: 'name',
        label: 'Chương trình dùng mã',
        hint: 'Tên này hiện trong nhật ký và diễn biến của phiếu.',
        value: typed.value('name') ?? '',
        required: true,
        maxLength: MAX_NAME_LENGTH,
        error: typed.error('name'),
      },
      {
        kind: 'choice',
        name: 'ownerId',
        label: 'Người chịu trách nhiệm',
        value: typed.value('ownerId') ?? '',
        required: true,
        options: [
          { value: '', label: 'Chọn một người' },
          ...people.map(({ id, fullName, position }) => ({ value: id, label: `${fullName}, ${position}` })),
        ],
        error: typed.error('ownerId'),
      },
      {
        kind: 'number',
        name: 'days',
        label: 'Dùng trong bao nhiêu ngày',
        hint: `Nhiều nhất ${String(MAX_DAYS)} ngày; hết hạn thì tạo mã mới.`,
        value: typed.value('days') ?? USUAL_DAYS,
        min: 1,
        max: MAX_DAYS,
        error: typed.error('days'),
      },
      {
        kind: 'checks',
        name: 'scopes',
        label: 'Việc chương trình được làm',
        values: typed.values('scopes') ?? ['tickets.read'],
        options: [...SCOPE_WORDS].map(([value, label]) => ({ value, label })),
        error: typed.error('scopes'),
      },
    ],
    error: typed.whole(...fields),
    open: typed.refused,
  };
}

export function madeTokenView({ secret, name, ownerName, expiresAt, waits }: MadeToken): MadeTokenView {
  return { secret, name, owner: ownerName, expires: moment(expiresAt), waits };
}
