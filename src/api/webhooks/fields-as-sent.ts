import { z } from 'zod';
import { DomainError } from '../../kernel/domain-error.js';
import { webhookMessage } from './shapes.js';

type Type = z.output<typeof webhookMessage>['type'];

/** What of a message its `data` may hold. */
const SENT: ReadonlyMap<Type, readonly string[]> = new Map(
  webhookMessage.options.map(({ shape }) => [shape.type.value, Object.keys(shape.data.shape)]),
);

/**
 * A refusal in the names of the message that was refused: a report is read as one by Open311, whose names nobody can send here
 * (`attribute[kind]` for `data.kind`). A field that the message cannot hold is not named at all.
 */
export function fieldsAsSent(error: unknown, type: Type): unknown {
  if (!(error instanceof DomainError)) return error;
  const { field, message, ...details } = error.details;
  if (typeof field !== 'string') return error;
  const own = withoutAttribute(field);
  const isSent = SENT.get(type)?.includes(own) === true;
  return new DomainError(error.code, {
    ...details,
    ...(isSent ? { field: `data.${own}` } : {}),
    ...(typeof message === 'string' ? { message: isSent ? message.replaceAll(field, `data.${own}`) : message } : {}),
  });
}

function withoutAttribute(field: string): string {
  return /^attribute\[(\w+)\]$/u.exec(field)?.[1] ?? field;
}
