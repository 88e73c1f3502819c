import { deflateSync } from 'node:zlib';

import { letterObjects } from '../../../../test/support/test-authority/letter.js';
import { flateText, newPdf, save, streamText } from '../../../../test/support/test-authority/pdf-writer.js';
import { decodeStream } from './filters.js';
import { PdfFile } from './file-state.js';
import { Lexer } from './lexer.js';
import { PdfMalformed } from './limits.js';
import { parseValue } from './parser.js';
import { contentPlaces } from './content-places.js';
import { ReadingBudget } from './reading-budget.js';
import { dateOf, PdfArray, PdfDictionary, PdfName, PdfStream, PdfString, textOf, type PdfValue } from './values.js';

const parse = (text: string): PdfValue => parseValue(new Lexer(Buffer.from(text, 'latin1'), 0));
const string = (value: PdfValue): string => (value instanceof PdfString ? value.bytes.toString('latin1') : 'no string');

describe('values', () => {
  it.each([
    ['an integer', '12', 12],
    ['a negative real', '-.5', -0.5],
    ['a number before a comment', '7%x\n', 7],
    ['two numbers that are no reference', '7 0 obj', 7],
    ['true', 'true', true],
    ['null', 'null', null],
  ])('%s', (_rule, text, expected) => {
    expect(parse(text)).toBe(expected);
  });

  it.each([
    ['escapes', '(a\\)\\n\\101\\\n b)', 'a)\nA b'],
    ['balanced brackets', '(a(b)c)', 'a(b)c'],
    ['hex with blanks and an odd digit', '<48 6\n9 7>', 'Hip'],
  ])('strings with %s', (_rule, text, expected) => {
    expect(string(parse(text))).toBe(expected);
  });

  it('hex that is filled up with zeros, all of it', () => {
    const value = parse(`<4869${'0'.repeat(20_000)}>`);
    const { bytes, front } = value instanceof PdfString ? value : new PdfString(Buffer.alloc(0), 0, 0);
    expect(bytes).toEqual(Buffer.concat([Buffer.from('Hi'), Buffer.alloc(10_000)]));
    expect(front.length).toBeLessThan(2000);
  });

  it('resolves names', () => {
    expect(parse('/A#20B')).toEqual(new PdfName('A B'));
    expect(parse('[/A/B<</C(d)>>1 0 R]')).toBeInstanceOf(PdfArray);
  });

  it.each(['(open', '<4x>', '<<', '<</A 1/A 2>>', '[1', '1.2.3', '/A#4', 'word', '<</A>>', '['.repeat(500)])(
    'refuses %s',
    (text) => {
      expect(() => parse(text)).toThrow(PdfMalformed);
    },
  );

  it('reads texts of each encoding, and dates with zones', () => {
    expect(textOf(parse('<FEFF01101EAD>'))).toBe('Đậ');
    expect(textOf(parse('<EFBBBFC490>'))).toBe('Đ');
    expect(dateOf(parse("(D:20260318092641+07'00')"))).toEqual(new Date('2026-03-18T02:26:41Z'));
    expect(dateOf(parse('(D:2026)'))).toEqual(new Date('2026-01-01T00:00:00Z'));
    expect(dateOf(parse('(hôm nay)'))).toBeNull();
  });
});

describe('filters', () => {
  const stream = (data: Buffer, more: string): PdfStream => {
    const dictionary = parse(`<< /Filter /FlateDecode ${more} >>`);
    return new PdfStream(dictionary instanceof PdfDictionary ? dictionary : new PdfDictionary(new Map()), data);
  };

  it.each([
    ['none', 0, [1, 2, 3, 4], [1, 2, 3, 4]],
    ['left', 1, [1, 1, 1, 1], [1, 2, 3, 4]],
    ['up, on the first row', 2, [1, 2, 3, 4], [1, 2, 3, 4]],
    ['average', 3, [2, 2, 2, 2], [2, 3, 3, 3]],
    ['Paeth', 4, [1, 1, 1, 1], [1, 2, 3, 4]],
  ])('undoes the row filter %s', (_rule, kind, stored, expected) => {
    const data = deflateSync(Buffer.from([kind, ...stored]));
    const decoded = decodeStream(stream(data, '/DecodeParms << /Predictor 12 /Columns 4 >>'), new ReadingBudget());
    expect([...decoded]).toEqual(expected);
  });

  it('stops at what all streams together may unfold to', () => {
    const budget = new ReadingBudget();
    const data = deflateSync(Buffer.alloc(30 * 1024 * 1024));
    expect(() => {
      for (let i = 0; i < 5; i += 1) decodeStream(stream(data, ''), budget);
    }).toThrow(PdfMalformed);
  });
});

describe('saves and states', () => {
  const letter = letterObjects();

  it('gives each state its own objects', () => {
    const file = new PdfFile(save(newPdf(letter), { 12: '<< /Title (sau) >>' }));
    const titles = [0, 1].map((revision) => {
      const state = file.stateAfter(revision);
      const entries = state.dictionary(state.trailer.raw('Info'));
      return textOf(entries?.raw('Title') ?? null);
    });
    expect(titles).toEqual(['Cong van', 'sau']);
  });

  it('reads a hybrid file: what the table calls free may stand in the stream', () => {
    const shown = { 1: letter[1]!, 2: letter[2]!, 3: letter[3]! };
    const hidden = newPdf({ ...letter, 4: '<< /Fields [] >>' }, { asStream: true, packed: [4] });
    const text = hidden.toString('latin1');
    const stream = Number(/startxref\n(\d+)/u.exec(text)![1]);
    const rows = Object.keys(shown)
      .map((number) => `${number} 1\n${String(text.indexOf(`\n${number} 0 obj`) + 1).padStart(10, '0')} 00000 n \n`)
      .join('');
    const body = text.slice(0, text.lastIndexOf('startxref'));
    const pdf = `${body}xref\n0 1\n0000000000 65535 f \n${rows}trailer\n<< /Root 1 0 R /XRefStm ${stream} >>\nstartxref\n${body.length}\n%%EOF\n`;
    const state = new PdfFile(Buffer.from(pdf, 'latin1')).stateAfter(0);
    expect(state.dictionary(state.catalog.raw('AcroForm'))?.entries.has('Fields')).toBe(true);
  });
});

describe('places of text and pictures', () => {
  const places = (content: string, form = ''): number[][] => {
    const objects = { ...letterObjects(), 5: content, 20: form === '' ? '<< >>' : form };
    const page = letterObjects()[3]!.replace('/Font <<', '/XObject << /X 20 0 R >> /Font <<');
    const state = new PdfFile(newPdf({ ...objects, 3: page })).stateAfter(0);
    const pages = state.dictionary(state.catalog.raw('Pages'));
    const kids = pages?.raw('Kids');
    const first = kids instanceof PdfArray ? state.dictionary(kids.items[0] ?? null) : null;
    return contentPlaces(state, first!).map(({ left, bottom, right, top }) =>
      [left, bottom, right, top].map(Math.round),
    );
  };

  it.each([
    ['where text is moved to', streamText('BT /F1 10 Tf 100 200 Td (abcd) Tj ET'), [[100, 199, 120, 207]]],
    [
      'under a transformation',
      streamText('q 2 0 0 2 10 10 cm BT /F1 10 Tf 100 200 Td (ab) Tj ET Q'),
      [[210, 407, 230, 424]],
    ],
    [
      'in compressed content',
      flateText(Buffer.from('BT /F1 10 Tf 1 0 0 1 5 5 Tm [(a) -1000 (b)] TJ ET')),
      [
        [5, 4, 10, 12],
        [20, 4, 25, 12],
      ],
    ],
    ['not for blanks', streamText('BT /F1 10 Tf 100 200 Td (   ) Tj ET'), []],
    [
      'on following lines',
      streamText("BT /F1 10 Tf 12 TL 100 200 Td (a) Tj (b) ' ET"),
      [
        [100, 199, 105, 207],
        [100, 187, 105, 195],
      ],
    ],
    [
      'a picture as a whole, and nothing inside it',
      streamText('q 20 0 0 30 5 5 cm BI /W 1 /H 1 ID (a) Tj EI Q BT /F1 10 Tf 2 2 Td (a) Tj ET'),
      [
        [5, 5, 25, 35],
        [2, 1, 7, 9],
      ],
    ],
  ])('%s', (_rule, content, expected) => {
    expect(places(content)).toEqual(expected);
  });

  it('inside forms', () => {
    const form = streamText('BT /F1 10 Tf 1 1 Td (a) Tj ET', '/Subtype /Form /Matrix [1 0 0 1 100 100]');
    expect(places(streamText('/X Do'), form)).toEqual([[101, 100, 106, 108]]);
  });

  it('refuses a form that draws itself', () => {
    expect(() => places(streamText('/X Do'), streamText('/X Do', '/Subtype /Form'))).toThrow(PdfMalformed);
  });
});
