import { z } from 'zod';

/** A refusal as every door for machines gives it. Source: RFC 9457. */
export const problem = z
  .object({
    type: z.string().meta({ example: 'urn:hoi-am:ticket-transition-refused' }),
    title: z.string().meta({ description: 'Vietnamese, for a person: what is missing and what to do.' }),
    status: z.int(),
    code: z.string().meta({ description: 'For programs; does not change.' }),
    field: z.string().optional().meta({ description: 'The field or header that it is about.' }),
  })
  .meta({ id: 'Problem' });
