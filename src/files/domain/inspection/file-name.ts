import type { Findings } from './inspection.js';
import { fitsEnding, isKnownEnding, runsByName, runsInsideName } from './extensions.js';

const MAX_NAME_LENGTH = 255;
/** What turns the direction of reading, or is never seen: `bao-cao\u202Excod.exe` shows as `bao-caoexe.docx`. */
const UNSEEN =
  /[\p{Cc}\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufffd\ufff9-\ufffb]/u;
const FOLDER = /[/\\]/u;
/** Endings of types that we do not take, by which a name still promises something. */
const OTHER_ENDINGS: ReadonlySet<string> = new Set(['doc', 'xls', 'ppt', 'rtf', 'odt', 'ods', 'rar', '7z']);

/** The last ending of a name in small letters, without its dot; empty where there is none. */
export function endingOf(name: string): string {
  return /\.([^.\s]{1,20})$/u.exec(name.trimEnd())?.[1]?.toLowerCase() ?? '';
}

/** What a name alone says against a file. @param name without folders */
export function inspectName(name: string, findings: Findings): void {
  const isUnsafe = UNSEEN.test(name) || FOLDER.test(name) || /[. ]$/u.test(name);
  if (isUnsafe || Buffer.byteLength(name) > MAX_NAME_LENGTH) findings.add('name-unsafe');
  const [, ...endings] = name
    .toLowerCase()
    .split('.')
    .map((part) => part.trim());
  const runs = endings.find((one, at) => (at === endings.length - 1 ? runsByName(one) : runsInsideName(one)));
  if (runs !== undefined) findings.add('name-runs', `.${runs}`);
  const inner = endings.slice(0, -1).filter((one) => isKnownEnding(one) || OTHER_ENDINGS.has(one));
  if (inner.length > 0) findings.add('name-double-extension', `.${endings.slice(-2).join('.')}`);
}

/** Whether the name promises what the content is. */
export function compareNameWithType(name: string, type: string, findings: Findings): void {
  const ending = endingOf(name);
  if (ending === '') findings.add('name-without-extension');
  else if (fitsEnding(type, ending)) return;
  else if (isKnownEnding(ending) || OTHER_ENDINGS.has(ending)) findings.add('type-differs-from-name', type);
  else findings.add('name-extension-unknown', `.${ending}`);
}
