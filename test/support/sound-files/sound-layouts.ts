import { FIELD, leaderField, letterObjects, preparedLetter, SIGNED_AT } from '../test-authority/letter.js';
import { newPdf, type Objects, type SaveWish, streamText } from '../test-authority/pdf-writer.js';
import { signSave, type SignWish } from '../test-authority/signing.js';
import { CATALOG, testAuthority, sealed, signed } from '../signed-files/signing-authority.js';
import { otherCms } from './other-cms.js';
import { accepted, told } from './sound-file.js';

const usageRights = (key: string): Objects => ({
  1: `${CATALOG} /Perms << /${key} 20 0 R >> >>`,
  20:
    `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [0 840 1240 5000] /Contents <${'30'.repeat(200)}> ` +
    `/Reference [<< /Type /SigRef /TransformMethod /${key} /TransformParams << /Type /TransformParams /V /2.2 /Document [/FullSave] >> >>] >>`,
});

/** Every object's place one byte early: on the end of the line before it. */
function early(make: (wish: SaveWish) => Buffer, objects: readonly number[]): Buffer {
  const plain = make({}).toString('latin1');
  const offsets = Object.fromEntries(
    objects.map((number) => [number, plain.lastIndexOf(`\n${String(number)} 0 obj`)] as const),
  );
  return make({ offsets });
}

const HEADS = [5, 6, 7, 8, 9, 10, 11, 12];
const oneLess = { saidStart: (at: number) => at - 1 };
const withEntries = (entries: string): Buffer => signed(undefined, { entries });

/** The one signature in another writing of its dictionary, its length kept. */
const rewritten = (change: (dictionary: string) => string, wish: Partial<SignWish> = {}): Buffer =>
  signSave(preparedLetter(), {
    at: SIGNED_AT,
    objects: { [FIELD.leader]: leaderField('/V 50 0 R') },
    contents: otherCms({ signer: testAuthority.leader, chain: [testAuthority.sub] }),
    dictionary: change,
    ...wish,
  });
const dated = (date: string): Buffer => rewritten((text) => text.replace(/\/M \([^)]*\)/u, `/M (${date})`));
const kept = (change: Objects): Buffer => sealed(signed(preparedLetter(change)));

/** How other tools lay the file out. */
export const SOUND_LAYOUTS = [
  told('an unsigned form that Adobe Reader may save', ['unsigned', 'no-signature'], () =>
    preparedLetter(usageRights('UR3')),
  ),
  told('the same of older programs', ['unsigned', 'no-signature'], () => preparedLetter(usageRights('UR'))),
  accepted('a form that Adobe Reader may save, signed by leader and agency', () =>
    sealed(signed(preparedLetter({ ...usageRights('UR3'), 1: usageRights('UR3')[1]! }))),
  ),
  accepted('a table said one byte early', () => signed(undefined, { save: oneLess })),
  accepted('a stream of cross-references said one byte early', () =>
    sealed(signed(preparedLetter({}, { asStream: true, ...oneLess }), { save: { asStream: true, ...oneLess } }), {
      save: { asStream: true, ...oneLess },
    }),
  ),
  accepted('objects said one byte early', () => signed(early((wish) => newPdf(letterObjects(), wish), HEADS))),
  accepted('objects said one byte early by a stream of cross-references', () =>
    signed(early((wish) => newPdf(letterObjects(), { asStream: true, ...wish }), HEADS)),
  ),
  accepted('objects of the save that signs said one byte early', () =>
    sealed(early((save) => signed(undefined, { save }), [10, 50, 51])),
  ),
  accepted('the same by a stream of cross-references', () =>
    sealed(
      early(
        (save) => signed(preparedLetter({}, { asStream: true }), { save: { asStream: true, ...save } }),
        [10, 50, 51],
      ),
    ),
  ),
  accepted('objects of the seal’s save said one byte early', () =>
    early((save) => sealed(signed(), { save }), [11, 60, 64, 7, 8, 9]),
  ),
  accepted('what Adobe writes into the signature', () =>
    withEntries(
      '/R 65537 /Prop_AuthTime 0 /Prop_AuthType /Password /Changes [0 0 0] /Prop_Build << /App << /Name /Exchange-Pro /R 1508352 >> /Filter << /Name /Adobe.PPKLite /R 131104 >> >> /Name (Do Quoc Khanh) /Reason (Phe duyet) /Location (Hai Phong) /ContactInfo (a@b.vn)',
    ),
  ),
  accepted('the certificate beside the contents', () =>
    withEntries(`/Cert <${testAuthority.leader.der.toString('hex')}>`),
  ),
  ...[
    "D:20260318092641+07'00'",
    "D:20260318092641+07'00",
    'D:20260318092641Z',
    "D:20260318022641Z00'00'",
    'D:202603180926',
    '20260318092641',
    '2026-03-18T09:26:41+07:00',
  ].map((date) => accepted(`the time as ${date}`, () => dated(date))),
  accepted('a range written with leading zeros', () =>
    rewritten((text) => text, { writtenNumber: (number) => String(number).padStart(8, '0') }),
  ),
  accepted('the contents in capitals', () => rewritten((text) => text, { hex: (hex) => hex.toUpperCase() })),
  accepted('contents of an odd number of digits', () => rewritten((text) => text, { reserved: 9001 })),
  accepted('no type in the dictionary', () => rewritten((text) => text.replace('/Type /Sig ', ''))),
  ...['Adobe.PPKMS', 'VGCA.PDFSign', 'Entrust.PPKEF', 'GS.PDFSign'].map((filter) =>
    accepted(`the filter ${filter}`, () => rewritten((text) => text.replace('Adobe.PPKLite', filter))),
  ),
  accepted('a field and its widget in two objects', () =>
    kept({
      10: '<< /FT /Sig /T (ChuKyLanhDao) /Kids [20 0 R] >>',
      20: '<< /Type /Annot /Subtype /Widget /Parent 10 0 R /Rect [320 200 460 270] /F 4 /P 3 0 R >>',
    }),
  ),
  accepted('a form that readers draw themselves', () =>
    kept({
      4: '<< /Fields [7 0 R 8 0 R 9 0 R 10 0 R 11 0 R] /NeedAppearances true /SigFlags 3 /DR << /Font << /F1 6 0 R >> >> >>',
    }),
  ),
  accepted('what a signature is asked for (seed values)', () =>
    signed(
      preparedLetter({
        10: leaderField('/SV << /Type /SV /Ff 2 /SubFilter [/ETSI.CAdES.detached] /DigestMethod [(SHA256)] >>'),
      }),
    ),
  ),
  accepted('metadata, a structure tree and an outline', () =>
    kept({
      1: `${CATALOG} /Metadata 20 0 R /MarkInfo << /Marked true >> /StructTreeRoot 21 0 R /Outlines 22 0 R /Lang (vi-VN) /ViewerPreferences << /DisplayDocTitle true >> >>`,
      20: streamText('<x/>', '/Type /Metadata /Subtype /XML'),
      21: '<< /Type /StructTreeRoot /K [] >>',
      22: '<< /Type /Outlines /Count 0 >>',
    }),
  ),
  accepted('no time in the dictionary', () =>
    signed(undefined, { cms: { signingTime: new Date('2026-03-18T02:26:41Z') } }),
  ),
];
