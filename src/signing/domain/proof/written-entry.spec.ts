import { FIELD, preparedLetter, signAsLeader } from '../../../../test/support/test-authority/letter.js';
import { expected, failing, lineOf, OrdersOfActs } from '../../../../test/support/test-authority/orders-of-acts.js';
import { type Objects, save, streamText } from '../../../../test/support/test-authority/pdf-writer.js';
import { pageWith, sealAlone, WRITTEN } from '../../../../test/support/test-authority/written-letter.js';
import type { LetterProof } from './letter-proof.js';
import { isOnlyShortOfEvidence } from './proof-override.js';

const OTHER_TEXT = streamText('BT /F1 13 Tf 85 600 Td (to chuc thi lai truoc ngay 26/3/2026) Tj ET');

let orders: OrdersOfActs;
beforeAll(() => {
  orders = new OrdersOfActs();
});

/** The e-office writes into the page what it should have filled into the fields, and seals. */
const writes = (content: string, page = pageWith('[5 0 R 90 0 R]'), more: Objects = {}) => {
  const letter = signAsLeader(preparedLetter(), orders.leaderKey);
  return sealAlone(letter, { ...orders.agencyKey, objects: { 3: page, 90: streamText(content), ...more } });
};

describe('number and date written into the page after the leader signed', () => {
  const taken = (returned: Buffer, submitted = preparedLetter()): LetterProof =>
    orders.prove(submitted, returned, expected('fields', 'report'));

  it('are taken and said where the agency takes them', () => {
    const proof = taken(writes(WRITTEN));
    expect([failing(proof), proof.passed]).toEqual([[], true]);
    expect(lineOf(proof, 'unchanged')?.detail).toBe(
      'Có thay đổi sau khi ký: số 513, ngày 18 tháng 3 được viết vào trang, đúng chỗ đã chừa. Ngoài ra không gì đổi.',
    );
    expect(lineOf(proof, 'register')?.detail).toBe('Số 513/SGDĐT-GDTrH, ngày 18 tháng 3.');
  });

  it('are taken as soon as somebody answers whether the certificates were revoked', () => {
    const letter = signAsLeader(preparedLetter(), orders.unansweredKey);
    const objects = { 3: pageWith('[5 0 R 90 0 R]'), 90: streamText(WRITTEN) };
    const proof = taken(sealAlone(letter, { ...orders.agencyKey, objects }));
    expect([failing(proof), lineOf(proof, 'revocation')?.result, proof.passed]).toEqual([[], 'unknown', false]);
    expect(isOnlyShortOfEvidence(proof)).toBe(true);
  });

  it('are refused and said where it does not', () => {
    const proof = orders.prove(preparedLetter(), writes(WRITTEN), expected('fields', 'refuse'));
    expect([failing(proof), proof.passed]).toEqual([['unchanged'], false]);
    expect(lineOf(proof, 'unchanged')?.detail).toContain('Có thay đổi sau khi ký: số 513');
    expect(lineOf(proof, 'unchanged')?.detail).toContain('Cơ quan không nhận cách viết này.');
  });

  const RESOURCES = pageWith('5 0 R', { resources: '/Resources 21 0 R' });
  const shared = (more: Objects = {}): Buffer =>
    preparedLetter({ 3: RESOURCES, 21: '<< /Font 22 0 R >>', 22: '<< /F1 6 0 R >>', ...more });
  const OWN_FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>';

  const withOwnFont = (pdf: Buffer): Buffer =>
    sealAlone(pdf, {
      ...orders.agencyKey,
      objects: {
        3: pageWith('[5 0 R 90 0 R]', { resources: '/Resources 21 0 R' }),
        22: '<< /F1 6 0 R /F9 92 0 R >>',
        90: streamText(WRITTEN.replaceAll('/F1', '/F9')),
        92: OWN_FONT,
      },
    });

  it.each<[string, Buffer, (signed: Buffer) => Buffer]>([
    [
      'between saved states, as tools that stamp do',
      preparedLetter(),
      (pdf) =>
        sealAlone(pdf, {
          ...orders.agencyKey,
          objects: { 3: pageWith('[91 0 R 5 0 R 90 0 R]'), 90: streamText(`Q ${WRITTEN}`), 91: streamText('q') },
        }),
    ],
    [
      'in a save of their own, under a seal that covers it',
      preparedLetter(),
      (pdf) => sealAlone(save(pdf, { 3: pageWith('[5 0 R 90 0 R]'), 90: streamText(WRITTEN) }), orders.agencyKey),
    ],
    ['with a font that is added where the page keeps its own', shared(), withOwnFont],
    [
      'with a font that is added where all pages keep theirs, and the node above them',
      shared({ 2: '<< /Type /Pages /Kids [3 0 R] /Count 1 /Resources 21 0 R >>' }),
      withOwnFont,
    ],
  ])('may be written %s', (_how, submitted, write) => {
    const proof = taken(write(signAsLeader(submitted, orders.leaderKey)), submitted);
    expect([failing(proof), proof.passed]).toEqual([[], true]);
  });

  const BAD: readonly (readonly [string, () => Buffer])[] = [
    ['text stands outside its places', () => writes(`${WRITTEN} BT /F1 13 Tf 85 500 Td (va thu them) Tj ET`)],
    [
      'a stamp draws with the names that the page gets, and shows what was not seen',
      () => {
        const resources = '/Resources 21 0 R';
        const annotated = (contents: string): string =>
          pageWith(contents, { resources }).replace('/Annots [', '/Annots [30 0 R ');
        const submitted = preparedLetter({
          3: annotated('5 0 R'),
          21: '<< /Font 22 0 R >>',
          22: '<< /F1 6 0 R >>',
          30: '<< /Type /Annot /Subtype /Stamp /Rect [80 590 300 620] /F 4 /AP << /N 31 0 R >> >>',
          31: streamText('BT /F9 13 Tf 5 10 Td (25/4/2026) Tj ET', `/Subtype /Form /BBox [0 0 220 30] ${resources}`),
        });
        return sealAlone(signAsLeader(submitted, orders.leaderKey), {
          ...orders.agencyKey,
          objects: {
            3: annotated('[5 0 R 90 0 R]'),
            22: '<< /F1 6 0 R /F9 92 0 R >>',
            90: streamText(WRITTEN.replaceAll('/F1', '/F9')),
            92: OWN_FONT,
          },
        });
      },
    ],
    ['text runs out of its place', () => writes(WRITTEN.replace('513', '513 va thu them moi thang'))],
    ['a place is left empty', () => writes(WRITTEN.replace('(3)', '()'))],
    ['a white field covers the old text', () => writes(`1 g 80 590 300 20 re f ${WRITTEN}`)],
    ['the letters are white', () => writes(WRITTEN.replace('0 g', '1 g'))],
    ['the letters are invisible', () => writes(WRITTEN.replace('0 g', '3 Tr'))],
    ['the letters are stretched', () => writes(WRITTEN.replace('0 g', '300 Tz'))],
    ['the letters can be switched off', () => writes(`/OC /MC0 BDC ${WRITTEN} EMC`)],
    ['the page is clipped after it', () => writes(`${WRITTEN} 0 0 1 1 re W n`)],
    ['a look is set that nobody follows', () => writes(`/GS1 gs ${WRITTEN}`)],
    ['a picture is drawn', () => writes(`${WRITTEN} /Im1 Do`)],
    [
      'the old text is clipped away',
      () => writes(WRITTEN, pageWith('[91 0 R 5 0 R 90 0 R]'), { 91: streamText('0 0 9 9 re W n') }),
    ],
    [
      'the old text is moved',
      () => writes(WRITTEN, pageWith('[91 0 R 5 0 R 90 0 R]'), { 91: streamText('1 0 0 1 0 -300 cm') }),
    ],
    [
      'the old text is swallowed by what stands before it',
      () => writes(WRITTEN, pageWith('[91 0 R 5 0 R 90 0 R]'), { 91: streamText('q (') }),
    ],
    [
      'the old text is drawn anew elsewhere',
      () =>
        writes(`BT /F1 13 Tf 85 500 Td (to chuc thi lai truoc ngay 25/3/2026) Tj ET ${WRITTEN}`, pageWith('90 0 R')),
    ],
    ['the old text is drawn twice', () => writes(WRITTEN, pageWith('[5 0 R 5 0 R 90 0 R]'))],
    ['the old content is another one', () => writes(WRITTEN, undefined, { 5: OTHER_TEXT })],
    [
      'the old font is another one',
      () => writes(WRITTEN, undefined, { 6: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>' }),
    ],
    [
      'the name of the old font stands for another one',
      () =>
        writes(WRITTEN, pageWith('[5 0 R 90 0 R]', { resources: '/Resources << /Font << /F1 92 0 R >> >>' }), {
          92: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>',
        }),
    ],
    [
      'resources of another kind come along',
      () =>
        writes(
          WRITTEN,
          pageWith('[5 0 R 90 0 R]', {
            resources: '/Resources << /Font << /F1 6 0 R >> /ExtGState << /GS1 92 0 R >> >>',
          }),
          {
            92: '<< /ca 0 >>',
          },
        ),
    ],
    [
      'a note is laid over the page',
      () =>
        writes(WRITTEN, pageWith('[5 0 R 90 0 R]', { annots: '/Annots [7 0 R 8 0 R 9 0 R 10 0 R 11 0 R 92 0 R]' }), {
          92: '<< /Type /Annot /Subtype /FreeText /Rect [80 590 400 620] >>',
        }),
    ],
    ['the page is turned', () => writes(WRITTEN, pageWith('[5 0 R 90 0 R] /Rotate 180'))],
    [
      'a prepared field is filled besides',
      () =>
        writes(WRITTEN, undefined, {
          [FIELD.so]:
            '<< /Type /Annot /Subtype /Widget /FT /Tx /T (so) /Rect [80 740 120 756] /F 4 /P 3 0 R /DA (/F1 13 Tf 0 g) /V (513) >>',
        }),
    ],
    [
      'it is not sealed',
      () =>
        save(signAsLeader(preparedLetter(), orders.leaderKey), {
          3: pageWith('[5 0 R 90 0 R]'),
          90: streamText(WRITTEN),
        }),
    ],
    [
      'it is written after the seal',
      () =>
        save(sealAlone(signAsLeader(preparedLetter(), orders.leaderKey), orders.agencyKey), {
          3: pageWith('[5 0 R 90 0 R]'),
          90: streamText(WRITTEN),
        }),
    ],
  ];
  it.each(BAD)('are refused when %s', (_what, make) => {
    const proof = taken(make());
    expect([failing(proof).includes('unchanged') || failing(proof).includes('coverage'), proof.passed]).toEqual([
      true,
      false,
    ]);
    expect(lineOf(proof, 'unchanged')?.detail).not.toContain('đúng chỗ đã chừa');
  });

  describe('what no drawing tells apart', () => {
    const RESOURCES_AS_THEY_ARE = '/Resources << /Font << /F1 6 0 R >> /XObject << /Im1 20 0 R >> >>';
    const picture = (grey: string): string =>
      streamText(grey, '/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray');
    const FONT = '<< /Type /Font /Subtype /TrueType /BaseFont /Times-Roman /FontDescriptor 23 0 R >>';
    const DESCRIPTOR = '<< /Type /FontDescriptor /FontName /Times-Roman /Flags 32 /FontFile2 24 0 R >>';
    const illustrated = (): Buffer =>
      preparedLetter({
        3: pageWith('5 0 R', { resources: RESOURCES_AS_THEY_ARE }),
        5: streamText('BT /F1 13 Tf 85 600 Td (muc thu) Tj ET q 50 0 0 50 85 400 cm /Im1 Do Q'),
        6: FONT,
        20: picture('a'),
        23: DESCRIPTOR,
        24: streamText('shapes'),
      });
    const stamped = (more: Objects = {}): Buffer =>
      sealAlone(signAsLeader(illustrated(), orders.leaderKey), {
        ...orders.agencyKey,
        objects: {
          3: pageWith('[5 0 R 90 0 R]', { resources: RESOURCES_AS_THEY_ARE }),
          90: streamText(WRITTEN),
          ...more,
        },
      });

    it.each<[string, Objects, boolean]>([
      ['nothing else', {}, true],
      ['a picture of the page', { 20: picture('b') }, false],
      ['the shapes of the old letters', { 24: streamText('other shapes') }, false],
      ['the measures of the old letters', { 23: DESCRIPTOR.replace('32', '96') }, false],
    ])('%s changes with the entry', (_what, more, passed) => {
      expect(taken(stamped(more), illustrated()).passed).toBe(passed);
    });
  });

  it('are refused when they are not those of the register', () => {
    const proof = taken(writes(WRITTEN.replace('513', '514')));
    expect([failing(proof), proof.passed]).toEqual([['register'], false]);
  });

  it('are refused when another page changes with the first', () => {
    const page = (contents: string): string => pageWith(contents, { annots: '' });
    const submitted = preparedLetter({
      2: '<< /Type /Pages /Kids [3 0 R 30 0 R] /Count 2 >>',
      30: page('31 0 R'),
      31: streamText('BT /F1 13 Tf 85 600 Td (trang hai) Tj ET'),
    });
    const objects = { 3: pageWith('[5 0 R 90 0 R]'), 90: streamText(WRITTEN), 93: OTHER_TEXT };
    const letter = signAsLeader(submitted, orders.leaderKey);
    const honest = sealAlone(letter, { ...orders.agencyKey, objects });
    const hostile = sealAlone(letter, { ...orders.agencyKey, objects: { ...objects, 30: page('[31 0 R 93 0 R]') } });
    expect([taken(honest, submitted).passed, taken(hostile, submitted).passed]).toEqual([true, false]);
  });
});
