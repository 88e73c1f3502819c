const NEEDED = ['FILES_ENDPOINT', 'FILES_ACCESS_KEY', 'FILES_SECRET_KEY'] as const;

type Places = 'HOI_AM_FILES' | 'HOI_AM_ANCHORS';
type StoreValues = Readonly<Partial<Record<Places | (typeof NEEDED)[number], string | undefined>>>;

/** A bucket is reached at an address, with a key. @returns one Vietnamese sentence for each that is missing */
export function storeFlaws(values: StoreValues): readonly string[] {
  const places = [values.HOI_AM_FILES, values.HOI_AM_ANCHORS];
  if (places.every((place) => place?.startsWith('s3:') !== true)) return [];
  const missing = NEEDED.filter((name) => values[name] === undefined);
  return missing.map(
    (name) => `Biến ${name} không hợp lệ: bắt buộc phải đặt khi HOI_AM_FILES hoặc HOI_AM_ANCHORS là s3://.`,
  );
}
