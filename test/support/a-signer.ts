import type { SigningAuthorityEntity } from '../../src/delegation/index.js';
import type { SigningForm } from '../../src/delegation/domain/authority-lines.js';
import { civilDate } from '../../src/kernel/civil-date.js';

/** A line of the table of who may sign, since 2024 and for every kind where nothing else is said. */
export function aSigner(
  personId: string,
  form: SigningForm,
  change: Partial<SigningAuthorityEntity> = {},
): SigningAuthorityEntity {
  return {
    id: `${personId}-${form}`,
    personId,
    form,
    position: null,
    academicTitle: null,
    collective: null,
    sourceId: null,
    kinds: [],
    field: form === 'KT' ? 'Giáo dục trung học, công tác 1022' : null,
    validFrom: civilDate('2024-01-01'),
    validTo: null,
    basis: '12/QĐ-SGDĐT',
    basisDate: civilDate('2024-01-01'),
    fileName: null,
    fileSha256: null,
    createdById: 'vanthu',
    createdByName: 'Phạm Minh Tuệ',
    createdAt: new Date('2024-01-01T02:00:00Z'),
    endedFrom: null,
    endedBecause: null,
    endedByName: null,
    endedAt: null,
    ...change,
  };
}
