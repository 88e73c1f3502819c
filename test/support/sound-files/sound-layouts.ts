import { letterObjects, preparedLetter } from '../test-authority/letter.js';
import { newPdf, type Objects, type SaveWish } from '../test-authority/pdf-writer.js';
import { CATALOG, house, sealed, signed } from '../signed-files/signing-house.js';
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
    sealed(early((save) => signed(preparedLetter({}, { asStream: true }), { save: { asStream: true, ...save } }), [10, 50, 51])),
  ),
  accepted('objects of the seal’s save said one byte early', () =>
    early((save) => sealed(signed(), { save }), [11, 60, 64, 7, 8, 9]),
  ),
  accepted('what Adobe writes into the signature', () =>
    withEntries(
      '/R 65537 /Prop_AuthTime 0 /Prop_AuthType /Password /Changes [0 0 0] /Prop_Build << /App << /Name /Exchange-Pro /R 1508352 >> /Filter << /Name /Adobe.PPKLite /R 131104 >> >> /Name (Do Quoc Khanh) /Reason (Phe duyet) /Location (Hai Phong) /ContactInfo (a@b.vn)',
    ),
  ),
  accepted('the certificate beside the contents', () => withEntries(`/Cert <${house.leader.der.toString('hex')}>`)),
  accepted('no time in the dictionary', () => signed(undefined, { cms: { signingTime: new Date('2026-03-18T02:26:41Z') } })),
];
