import { readArguments } from '../command-line.js';
import { UnusableArguments } from '../unusable-arguments.js';

/** What `hoi-am verify` was asked. */
export interface VerifyQuestion {
  readonly files: readonly string[];
  readonly trust: readonly string[];
  readonly crls: readonly string[];
  readonly at: Date | undefined;
  readonly integrityOnly: boolean;
  readonly json: boolean;
}

/** @throws UnusableArguments */
export function readVerifyArguments(args: readonly string[]): VerifyQuestion {
  const { operands: files, values } = readArguments('verify', args);
  return {
    files,
    trust: values.trust ?? [],
    crls: values.crl ?? [],
    at: values.at === undefined ? undefined : instant(values.at),
    integrityOnly: values['integrity-only'] ?? false,
    json: values.json ?? false,
  };
}

const ISO = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)?)?$/u;

/** A day means its start in Việt Nam; a time without a zone is Việt Nam's. */
function instant(text: string): Date {
  const hasZone = /(?:Z|[+-]\d\d:\d\d)$/u.test(text) && text.includes('T');
  const full = text.includes('T') ? text : `${text}T00:00`;
  const time = ISO.test(text) ? Date.parse(hasZone ? full : `${full}+07:00`) : Number.NaN;
  if (Number.isNaN(time)) throw new UnusableArguments(`--at cần một thời điểm ISO 8601, không phải "${text}".`);
  return new Date(time);
}
