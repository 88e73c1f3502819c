import { z } from 'zod';
import type { Actor } from '../../kernel/actor.js';
import { mayMakeTokens, tokenAbilities } from '../../tokens/domain/policy.js';
import { SCOPE_WORDS } from '../../tokens/domain/scopes.js';
import { MAX_DAYS, MAX_NAME_LENGTH, standingOf } from '../../tokens/domain/token.js';
import type { ApiTokenEntity, MadeToken } from '../../tokens/index.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { MadeTokenView, TokensView, TokenView } from './tokens-page.js';
import { moment } from '../kit/words/time.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { checks, field, pick, text } from '../kit/form/field-kinds.js';
import { personChoices } from '../kit/form/known-choices.js';
import { defineForm } from '../kit/form/posted-form.js';

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

export const making = defineForm({
  name: text('Chương trình dùng mã', {
    ...{ required: true, maxLength: MAX_NAME_LENGTH },
    hint: 'Tên này hiện trong nhật ký và diễn biến của phiếu.',
  }),
  ownerId: pick('Người chịu trách nhiệm', {
    ...{ needed: 'Chọn người chịu trách nhiệm.', required: true, blank: 'Chọn một người' },
  }),
  days: field('number', 'Dùng trong bao nhiêu ngày', z.coerce.number('Ghi số ngày.').catch(0).default(0), {
    hint: `Nhiều nhất ${String(MAX_DAYS)} ngày; hết hạn thì tạo mã mới.`,
    ...{ value: USUAL_DAYS, min: 1, max: MAX_DAYS },
  }),
  scopes: checks('Việc chương trình được làm', {
    value: ['tickets.read'],
    options: [...SCOPE_WORDS].map(([value, label]) => ({ value, label })),
  }),
});

function makeForm({ people }: TokensReading, refused: RefusedAct | null): ActFormView {
  const frame = {
    id: 'tao-ma',
    label: 'Tạo mã truy cập…',
    action: TOKENS,
    submit: 'Tạo mã truy cập',
    lead: 'Chương trình làm việc thay người chịu trách nhiệm, không quá quyền của người đó và không quá các việc được chọn. Mã chỉ dùng được khi người đó đồng ý.',
  };
  const options = personChoices(people);
  return making.draw(frame, refused, { ownerId: { options } });
}

export function madeTokenView({ secret, name, ownerName, expiresAt, waits }: MadeToken): MadeTokenView {
  return { secret, name, owner: ownerName, expires: moment(expiresAt), waits };
}
