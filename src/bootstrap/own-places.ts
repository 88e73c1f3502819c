import { ill, type DoctorCheck } from '../cli/doctor/doctor-check.js';
import { filesPlace, type FilesPlace } from '../config/file-settings.js';
import { SettingsError, type Settings } from '../config/settings.js';
import { anchorSecretIfThere } from '../documents/index.js';
import { isWithin } from '../platform/files/is-within.js';
import { markAsOwn, OWNER_FILE, ownerOf, type Owner } from '../platform/files/owner-mark.js';
import { fingerprintOf } from './kept-keys.js';

/** A place that several installations could be told. */
interface SharedPlace {
  readonly variable: 'HOI_AM_FILES' | 'HOI_AM_ANCHORS';
  readonly name: string;
  readonly place: FilesPlace;
}

/**
 * Files and anchors of one installation lie apart from those of any other: each would take the other's for its own, mark what it does not know as damaged and clear
 * it away. All machines of one installation know its key of anchors, by whose fingerprint the places are marked.
 *
 * @throws SettingsError with one Vietnamese sentence for each place of another installation
 */
export async function requireOwnPlaces(settings: Settings): Promise<void> {
  const own = await ownerHere(settings);
  if (own === null) return;
  for (const { place } of sharedPlaces(settings))
    if ((await ownerOf(settings.files, place, own)) === null) await markAsOwn(settings.files, place, own);
  const strange = await strangePlaces(settings);
  if (strange.length > 0) throw new SettingsError(strange.map(({ message, mend }) => `${message} ${mend}`).join('\n'));
}

/** Each place that another installation uses, in Vietnamese. Only reads. */
export async function strangePlaces(settings: Settings): Promise<readonly DoctorCheck[]> {
  const own = await ownerHere(settings);
  if (own === null) return [];
  const strange: DoctorCheck[] = [];
  for (const shared of sharedPlaces(settings)) {
    const owner = await ownerOf(settings.files, shared.place, own);
    if (owner !== null && owner.installation !== own.installation) strange.push(checkOf(shared, owner));
  }
  return strange;
}

async function ownerHere(settings: Settings): Promise<Owner | null> {
  const secret = await anchorSecretIfThere(settings).catch(() => null);
  return secret === null ? null : { agency: settings.agency.code, installation: fingerprintOf(secret) };
}

function sharedPlaces({ dataDirectory, anchors, files }: Settings): readonly SharedPlace[] {
  const anchorsPlace = filesPlace(anchors);
  const all: readonly SharedPlace[] = [
    { variable: 'HOI_AM_FILES', name: nameOf(files.place), place: files.place },
    ...(anchorsPlace === null ? [] : [{ variable: 'HOI_AM_ANCHORS' as const, name: anchors, place: anchorsPlace }]),
  ];
  return all.filter(({ place }) => place.kind === 'bucket' || !isWithin(dataDirectory, place.directory));
}

function nameOf(place: FilesPlace): string {
  return place.kind === 'folder' ? place.directory : `s3://${place.bucket}/${place.prefix}`;
}

function checkOf({ variable, name }: SharedPlace, { agency }: Owner): DoctorCheck {
  return ill(
    'own-places',
    `Biến ${variable}: ${name} đang do một bản cài đặt khác dùng (cơ quan ${agency}); dùng chung thì hai bên dọn và đánh dấu hỏng tệp của nhau.`,
    `Đặt nơi khác: mỗi bản cài đặt một thư mục hoặc một tiền tố. Chỉ khi nơi ấy đúng là của bản này mà khóa bi-mat/moc đã thay: xóa tệp ${OWNER_FILE} ở đó rồi khởi động lại.`,
  );
}
