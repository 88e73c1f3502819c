import type { Schema } from '../database.js';
import { Baseline1765000000001 } from './0001-baseline.js';

/** All steps from an empty database to today's tables, in their order. */
export const MIGRATIONS: Schema['migrations'] = [Baseline1765000000001];
