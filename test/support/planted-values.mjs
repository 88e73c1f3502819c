import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Values of the tests' people, accounts and machines by which a log would tell too much; none of them may stand in what any part of a run writes. */
export const PLANTED = {
  'the sender’s name': 'Bùi Văn Khải',
  'the sender’s telephone': '0900 000 142',
  'the sender’s telephone, digits alone': '0900000142',
  'the sender’s mail address': 'khai.bv@example.com',
  'the password of all people': 'mật khẩu thử 2026',
  'the password of the demonstration': 'HoiAm-1022',
  'the token of the metrics': 'ma-giam-sat-du-hai-muoi-ky-tu',
};

/** A value as it may stand in a log: as it is, decomposed, in an address, in JSON of ASCII alone. */
function formsOf(value) {
  const ascii = value.replace(/[^\x20-\x7e]/gu, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const address = encodeURIComponent(value);
  return [value, value.normalize('NFD'), address, address.replaceAll('%20', '+'), ascii];
}

/**
 * What of the planted values stands in the files of a folder.
 *
 * @returns sentences that name value and file; empty when there is none
 */
export function plantedIn(folder, planted = PLANTED) {
  return readdirSync(folder).flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    return Object.entries(planted)
      .filter(([, value]) => formsOf(value).some((form) => text.includes(form)))
      .map(([name]) => `${file} holds ${name}`);
  });
}

/** How many structured lines of the program stand in the files of a folder: a watch that saw none has watched nothing. */
export function loggedLines(folder) {
  return readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8').match(/"event":"/gu)?.length ?? 0)
    .reduce((sum, lines) => sum + lines, 0);
}
