/** Crockford's alphabet: no letter that is taken for a digit when somebody types from paper. */
export const CODE_ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
/** 130 bits: nobody finds a code by trying. */
export const CODE_LETTERS = 26;

const GROUP = 5;
const BITS_OF_A_LETTER = 5n;

/** The code's 130 bits are the first of 33 hexadecimal digits but two bits; a hash is found by the 32 digits that it holds whole. */
const DIGITS_HELD = 33;
const DIGITS_WHOLE = 32;
const BITS_OVER = 2n;

const HASH = /^[0-9a-f]{64}$/u;

/**
 * The code under which anybody may look a letter up who holds it: the beginning of its file's SHA-256, in letters for people. Signatures are in the
 * file, so nobody knows the code who does not have it, or was given it.
 *
 * @param sha256 64 hexadecimal digits
 */
export function letterCode(sha256: string): string {
  let bits = BigInt(`0x${sha256.slice(0, DIGITS_HELD)}`) >> BITS_OVER;
  let code = '';
  for (let letter = 0; letter < CODE_LETTERS; letter += 1) {
    code = CODE_ALPHABET.charAt(Number(bits & 31n)) + code;
    bits >>= BITS_OF_A_LETTER;
  }
  return code;
}

/** What somebody typed or scanned, as a code is kept: groups joined, `O` for 0, `I` and `L` for 1. Never longer than a code by much. */
export function readLookUpCode(typed: string): string {
  return typed
    .slice(0, 2 * CODE_LETTERS)
    .toLowerCase()
    .replaceAll(/[\s-]/gu, '')
    .replaceAll('o', '0')
    .replaceAll(/[il]/gu, '1');
}

/** A SHA-256 as programs print it, spaces and capitals allowed; null for anything else. */
export function readFileHash(typed: string): string | null {
  const hash = typed.slice(0, 200).toLowerCase().replaceAll(/\s/gu, '');
  return HASH.test(hash) ? hash : null;
}

/** `k3f7h-9xw2m-…`, as it stands on paper. */
export function printedLookUpCode(code: string): string {
  return code.match(new RegExp(`.{1,${GROUP}}`, 'gu'))?.join('-') ?? code;
}

export function lookUpAddress(publicUrl: string, code: string): string {
  return `${publicUrl.replace(/\/$/u, '')}/tra-cuu/${code}`;
}

/** Between which texts the hashes lie that such a code may begin, for an index; null when it is no code. */
export function hashesOfCode(code: string): { readonly from: string; readonly to: string } | null {
  const letters = Array.from(code, (letter) => CODE_ALPHABET.indexOf(letter));
  if (letters.length !== CODE_LETTERS || letters.includes(-1)) return null;
  const bits = letters.reduce((value, letter) => (value << BITS_OF_A_LETTER) | BigInt(letter), 0n);
  const from = (bits >> BITS_OVER).toString(16).padStart(DIGITS_WHOLE, '0');
  // `g` comes after every hexadecimal digit.
  return { from, to: `${from}g` };
}
