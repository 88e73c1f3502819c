import type { Answers } from './questions.js';

/** `NAME=value`, open or behind a `#`. */
const LINE = /^(?:# )?([A-Z][A-Z0-9_]*)=/u;

/**
 * The commented example with the answers in their places: what is asked nowhere keeps its usual value and its sentence; of variables that the example does not
 * have the lines stand at the end.
 *
 * @param example the text of `.env.example`
 */
export function envText(example: string, answers: Answers): string {
  const left = new Map(Object.entries(answers));
  const lines = example.split('\n').map((line) => {
    const name = LINE.exec(line)?.[1] ?? '';
    const own = taken(left, name);
    const inFile = taken(left, `${name}_FILE`);
    return inFile ?? own ?? line;
  });
  const rest = [...left].map(([name, value]) => lineOf(name, value));
  return [...lines.join('\n').trimEnd().split('\n'), ...rest, ''].join('\n');
}

function taken(left: Map<string, string>, name: string): string | null {
  const value = left.get(name);
  if (value === undefined) return null;
  left.delete(name);
  return lineOf(name, value);
}

/** As Node reads it back: a value with a sign of its own stands in quotes. */
function lineOf(name: string, value: string): string {
  if (!/[#"'`\s]/u.test(value)) return `${name}=${value}`;
  const quote = ['"', "'", '`'].find((sign) => !value.includes(sign)) ?? '"';
  return `${name}=${quote}${value}${quote}`;
}
