import { REGISTER_LENGTHS } from '../../documents/domain/register-lengths.js';

/** Characters of what a document is about; registers hold so much of it. */
export const SUBJECT_LENGTHS = { shortest: 5, longest: REGISTER_LENGTHS.subject } as const;
