import { z } from 'zod';
import type { Clock } from '../../../src/kernel/clock.js';
import { DIALECTS } from '../profiles/profile.js';
import { MISBEHAVIOUR_CODES } from './misbehaviour/catalogue.js';
import { vOfficeSettings } from './v-office/v-office-options.js';

const agency = z.object({
  agencyCode: z.string().regex(/^[A-Za-z0-9]{1,12}(\.[A-Za-z0-9]{1,12}){0,7}$/u),
  name: z.string().min(1),
  address: z.string().optional(),
});

const user = z.object({ userCode: z.string().min(1), name: z.string().min(1), position: z.string().min(1) });

const account = z.object({ username: z.string().min(1), password: z.string().min(1) });

/** The configuration file of the simulated e-office. */
export const simulatorSettings = z.object({
  department: agency,
  hotline: agency,
  /** Further agencies of the directory. */
  agencies: z.array(agency).default([]),
  /** Number of generated agencies in addition; the national directory has some 120,000. */
  madeUpAgencies: z.int().min(0).max(1_000_000).default(0),
  /** The account under which the department calls. */
  ...account.shape,
  /** Where and as whom the department is told of changes; left out, nobody is told. */
  callback: account.extend({ url: z.url() }).optional(),
  leaders: z.array(user).min(1),
  /** What goes wrong with the letter that is signed or sealed first; left out, nothing. */
  misbehaviour: z.enum(MISBEHAVIOUR_CODES).optional(),
  /** Those who initial before a leader signs. */
  initials: z.array(user).default([]),
  /** Where number and date are written: into the prepared fields, or onto the page as tools do that know no fields. */
  entryOnto: z.enum(['fields', 'page']).default('fields'),
  /** The one product whose wire it speaks; left out, every wire that it is configured for. */
  profile: z.enum(DIALECTS).optional(),
  /** Speaks the wire of vOffice as well, over the same desks. */
  vOffice: vOfficeSettings.optional(),
  /** By how many days its clock goes before or after the machine's: as the demonstration's. */
  clockDays: z.int().default(0),
  clerk: user.extend({ position: z.string().min(1).default('Văn thư') }),
});

export type SimulatorSettings = z.output<typeof simulatorSettings>;

export interface SimulatorOptions extends z.input<typeof simulatorSettings> {
  /** Where everything is kept: `simulator.db` and the authority's keys. Made when missing. */
  readonly directory: string;
  /** 0 = any free port. Keep it over restarts, because certificates contain the address of their revocation list. */
  readonly port: number;
  /** The machine itself and nobody else. */
  readonly host: '127.0.0.1';
  readonly clock: Clock;
}
