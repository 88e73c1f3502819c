import { z } from 'zod';
import type { Actor } from '../../kernel/actor.js';
import type { ActName } from '../../tickets/domain/ticket-acts.js';
import type { EndpointPlan } from '../http/endpoint-plan.js';
import { readShape } from '../http/read-shape.js';

/** How one act of the table is done from outside: what its body holds, and the use case behind it. */
export interface ActDoor {
  readonly body: z.ZodObject;
  readonly media: NonNullable<EndpointPlan['media']>;
  /** @returns the ids of what was made @throws DomainError `input-invalid`, what the use case throws */
  readonly enter: (actor: Actor, ticketId: string, given: unknown) => Promise<string[]>;
}

export type ActDoors = Readonly<Partial<Record<ActName, ActDoor>>>;

/** @param act the use case; text that it returns is the id of what it made, or several */
export function door<Shape extends z.ZodObject>(
  body: Shape,
  act: (actor: Actor, ticketId: string, given: z.output<Shape>) => Promise<unknown>,
  media: ActDoor['media'] = 'application/json',
): ActDoor {
  const enter: ActDoor['enter'] = async (actor, ticketId, given) => {
    const made = await act(actor, ticketId, readShape(body, given));
    return [made].flat().filter((id) => typeof id === 'string');
  };
  return { body, media, enter };
}

/** Acts that need nothing but to be done. */
export const NOTHING = z.strictObject({});
