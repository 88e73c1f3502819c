import { Lexer } from './lexer.js';
import { parseValue } from './parser.js';
import { ReadingBudget } from './reading-budget.js';
import type { PdfValue } from './values.js';

/** One step of drawing: what is done, and with what. */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly PdfValue[];
}

const MAX_OPERANDS = 64;

/** The steps of a content stream in their order. @throws PdfMalformed */
export function* operationsIn(content: Buffer): Generator<Operation> {
  const lexer = new Lexer(content, 0, { budget: new ReadingBudget() });
  let operands: PdfValue[] = [];
  while (hasMore(lexer)) {
    const operator = readOperator(lexer);
    if (operator === null) operands.push(parseValue(lexer, false));
    else {
      yield { operator, operands };
      operands = [];
    }
    if (operands.length > MAX_OPERANDS) lexer.fail('too many operands');
  }
}

function hasMore(lexer: Lexer): boolean {
  lexer.skipBlank();
  return lexer.peek() !== undefined;
}

const OPERATOR = /^[A-Za-z'"][A-Za-z0-9*'"]*$/u;
const CONSTANTS: ReadonlySet<string> = new Set(['true', 'false', 'null']);

/** The operator here, or null when a value stands here. An inline picture is passed over whole. */
function readOperator(lexer: Lexer): string | null {
  const from = lexer.position;
  const word = lexer.word();
  if (!OPERATOR.test(word) || CONSTANTS.has(word)) {
    lexer.position = from;
    return null;
  }
  if (word === 'BI') skipInlinePicture(lexer);
  return word;
}

/** Readers that know how long a picture is need no blank before its end mark: where there is none it is not certain where drawing goes on. */
function skipInlinePicture(lexer: Lexer): void {
  const text = lexer.bytes.subarray(lexer.position, lexer.end).toString('latin1');
  const end = /EI(?=[\s\0/[(<]|$)/u.exec(text);
  if (!end) lexer.fail('picture without end');
  if (!/\s/u.test(text.charAt(end.index - 1))) lexer.fail('picture whose end is uncertain');
  lexer.position += end.index + end[0].length;
}
